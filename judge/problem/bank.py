"""The problems there are: a folder of folders, read anew when a file in it changes."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator
from pathlib import Path

from judge.home import problems_folder
from judge.problem.faults import ProblemError
from judge.problem.load import SLUG, load_problem
from judge.problem.model import Problem

Stamp = tuple[tuple[str, int, int], ...]


class UnknownProblem(LookupError):
    """No problem has that slug; the message offers close ones."""

    def __str__(self) -> str:
        return str(self.args[0])


class Bank:
    """Safe to use from several threads: an entry is replaced whole."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or problems_folder()
        self._read: dict[str, tuple[Stamp, Problem | ProblemError]] = {}

    def slugs(self) -> list[str]:
        """Every folder of the bank, also those with faults, in order."""
        try:
            entries = sorted(self.folder.iterdir())
        except OSError:
            return []
        return [entry.name for entry in entries if not entry.name.startswith((".", "_")) and entry.is_dir()]

    def get(self, slug: str) -> Problem:
        """Raises UnknownProblem, or ProblemError where the folder has faults."""
        if not SLUG.fullmatch(slug) or not (self.folder / slug).is_dir():
            raise UnknownProblem(self._unknown(slug))
        found = self._load(slug)
        if isinstance(found, ProblemError):
            raise found
        return found

    def all(self) -> list[Problem]:
        """The problems without faults."""
        return [found for found in map(self._load, self.slugs()) if isinstance(found, Problem)]

    def faults(self) -> list[ProblemError]:
        return [found for found in map(self._load, self.slugs()) if isinstance(found, ProblemError)]

    def _load(self, slug: str) -> Problem | ProblemError:
        folder = self.folder / slug
        try:
            stamp = tuple(sorted(_stamps(folder)))
        except OSError:  # changed under us, or not ours to read: reading it says what is the matter
            stamp = ()
        read = self._read.get(slug)
        if read is None or not stamp or read[0] != stamp:
            try:
                read = stamp, load_problem(folder)
            except ProblemError as error:
                read = stamp, error
            self._read[slug] = read
        return read[1]

    def _unknown(self, slug: str) -> str:
        slugs = self.slugs()
        if not slugs:
            return f"there is no problem {slug!r}: no problems are in {self.folder}"
        close = difflib.get_close_matches(slug.lower(), slugs, n=3, cutoff=0.5)
        close = close or [one for one in slugs if slug.lower() in one][:3]
        if not close:
            return f"there is no problem {slug!r}; `judge list` shows all {len(slugs)}"
        return f"there is no problem {slug!r}; did you mean {' or '.join(close)}?"


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            yield from _stamps(Path(entry.path))
        else:
            state = entry.stat()
            yield entry.path, state.st_mtime_ns, state.st_size
