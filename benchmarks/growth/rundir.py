"""The directory of a run: its manifest, its recordings, and who is at work on what.

Each worker appends to a file of its own, one line a judgement, and makes a new file each time it starts: a line cut by
a kill stays the last of its file and is passed over. A claim is a lock on one byte of a file, given back by the kernel
when the worker dies however it dies, so that there is nothing to clean up and nothing to wait out.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.growth.corpus import Corpus
from benchmarks.growth.record import Judgement

MANIFEST = "manifest.json"
FINISHED = "finished"
RECORDINGS = "recordings"


class BadRun(Exception):
    """What lies in a run's directory, or is asked of it, makes no sense; the message says where."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a run is. `seed`: all its secrets come from it. `phases`: how many cores are kept busy, phase by phase."""

    seed: str
    repeats: int = 3
    phases: tuple[int, ...] = (0,)
    only: str = ""
    kind: str = ""
    shuffle: bool = False
    quick: bool = False
    corpus: Corpus = Corpus.OWN

    @classmethod
    def fresh(cls, **wishes: object) -> Manifest:
        return cls(secrets.token_hex(16), **wishes)  # type: ignore[arg-type]

    @classmethod
    def load(cls, path: Path) -> Manifest:
        """Raises BadRun."""
        try:
            plain = json.loads(path.read_text())
            corpus = Corpus(plain.get("corpus", Corpus.OWN))
            return cls(**{**plain, "phases": tuple(plain["phases"]), "corpus": corpus})
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise BadRun(f"{path}: not the manifest of a run: {error}") from None


@dataclass(slots=True)
class RunDir:
    """Safe for many processes at once; one instance belongs to one process and one thread."""

    folder: Path
    manifest: Manifest
    judgements: dict[str, Judgement] = field(default_factory=dict)  # by key, as far as read
    _read: dict[Path, int] = field(default_factory=dict)
    _claims: int | None = None
    _recording: int | None = None

    @classmethod
    def open(cls, folder: Path, manifest: Manifest) -> RunDir:
        """The run in `folder`, begun with `manifest` where there is none yet. Raises BadRun."""
        (folder / RECORDINGS).mkdir(parents=True, exist_ok=True)
        path = folder / MANIFEST
        if not path.exists():
            _appear(path, json.dumps(asdict(manifest), indent=1) + "\n", over=False)
        return cls(folder, Manifest.load(path))

    def raise_repeats(self, manifest: Manifest) -> None:
        """A run may be made longer."""
        _appear(self.folder / MANIFEST, json.dumps(asdict(manifest), indent=1) + "\n", over=True)
        self.manifest = manifest

    def refresh(self) -> list[Judgement]:
        """What was recorded since last asked, by anybody. Raises BadRun."""
        new = []
        for path in sorted((self.folder / RECORDINGS).glob("*.jsonl")):
            with path.open("rb") as file:
                file.seek(self._read.get(path, 0))
                data = file.read()
            whole = data.rfind(b"\n") + 1
            for line in data[:whole].splitlines():
                judgement = parse(line, path)
                if judgement.key not in self.judgements:
                    self.judgements[judgement.key] = judgement
                    new.append(judgement)
            self._read[path] = self._read.get(path, 0) + whole
        return new

    def append(self, judgement: Judgement) -> None:
        """One line, whole or the last of its file."""
        if self._recording is None:
            name = f"{os.getpid()}-{secrets.token_hex(4)}.jsonl"
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
            self._recording = os.open(self.folder / RECORDINGS / name, flags, 0o644)
        data = judgement.line().encode()
        while data:
            data = data[os.write(self._recording, data) :]
        os.fsync(self._recording)

    @contextmanager
    def claim(self, key: str) -> Iterator[bool]:
        """Whether this process has the judgement to itself; as long as the context lasts."""
        if self._claims is None:
            # Opened once: to close any descriptor of the file would give all claims back.
            self._claims = os.open(self.folder / "claims", os.O_RDWR | os.O_CREAT, 0o644)
        place = int.from_bytes(hashlib.sha256(key.encode()).digest()[:7], "big")
        try:
            fcntl.lockf(self._claims, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, place)
        except OSError:
            yield False
            return
        try:
            yield True
        finally:
            fcntl.lockf(self._claims, fcntl.LOCK_UN, 1, place)

    def finish(self) -> None:
        (self.folder / FINISHED).touch()


def parse(line: bytes, path: Path) -> Judgement:
    """Raises BadRun."""
    try:
        return Judgement.of(json.loads(line))
    except (ValueError, KeyError, TypeError) as error:
        raise BadRun(f"{path}: a line that is no judgement: {str(error)[:200]}") from None


def _appear(path: Path, text: str, over: bool) -> None:
    """The file is there whole or not at all; whoever was first stays, unless `over`."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    with os.fdopen(handle, "w") as file:
        file.write(text)
    if over:
        Path(name).replace(path)
        return
    try:
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
