"""Where things lie: the home folder (database, secret, cached cases) and the project's own folders.

LANDAU_HOME/            else the platform's data folder for "landau"
  landau.sqlite3        everything a person wrote and every report (LANDAU_DATABASE_URL names another database)
  secret                32 random bytes, mode 0600: hidden cases are drawn from it
  cache/                cases and expected answers, by content; may be deleted
"""

from __future__ import annotations

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from judge.store.errors import StoreError

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class Home:
    folder: Path
    database_url: str

    @classmethod
    def find(cls) -> Home:
        """The home that the environment names. Nothing is made on the disk yet."""
        named = os.environ.get("LANDAU_HOME")
        folder = Path(named).expanduser() if named else user_data_path("landau", appauthor=False)
        return cls.at(folder, os.environ.get("LANDAU_DATABASE_URL"))

    @classmethod
    def at(cls, folder: Path, database_url: str | None = None) -> Home:
        folder = folder.absolute()
        return cls(folder, database_url or f"sqlite:///{folder / 'landau.sqlite3'}")

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    @property
    def secret(self) -> bytes:
        """32 random bytes, the same for ever; made by whoever asks first. Raises StoreError."""
        path = self.folder / "secret"
        try:
            if not path.exists():
                self.make()
                _make_secret(path)
            found = path.read_bytes()
        except OSError as error:
            raise StoreError(f"Cannot read or make {path}: {error.strerror or error}.") from error
        if len(found) != SECRET_BYTES:
            raise StoreError(
                f"{path} holds {len(found)} bytes, not {SECRET_BYTES}. Bring it back from a copy, or delete it: "
                "a new secret means new hidden cases."
            )
        return found

    def make(self) -> None:
        """Make the folder where there is none; only its owner may enter. Raises StoreError."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"Cannot make the folder {self.folder}: {error.strerror or error}. "
                "Set LANDAU_HOME to a folder that you can write to."
            ) from error


def _make_secret(path: Path) -> None:
    """Write aside, then link: of several processes at once one wins, and nobody reads half a secret."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="secret-")  # mode 0600
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(aside)
        except FileExistsError:
            pass  # another process was first: its secret counts
        except OSError:  # a file system without hard links
            aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def project_root() -> Path:
    """The folder that holds problems/, loops/ and .runner: the checkout, else the nearest such one above us."""
    checkout = Path(__file__).resolve().parent.parent
    here = Path.cwd()
    return next((folder for folder in (checkout, here, *here.parents) if (folder / "problems").is_dir()), checkout)


def problems_folder() -> Path:
    """The bank's folder: LANDAU_PROBLEMS, else the project's."""
    named = os.environ.get("LANDAU_PROBLEMS")
    return Path(named).expanduser().absolute() if named else project_root() / "problems"


def loops_folder() -> Path:
    """Loops lie beside the bank that they name problems of; the project's where that bank has none."""
    beside = problems_folder().parent / "loops"
    return beside if beside.is_dir() else project_root() / "loops"
