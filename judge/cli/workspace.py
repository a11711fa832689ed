"""The folder a person works in. Its marker names problem, attempt and language, so that commands need no arguments:

running-median/
  README.md       the statement
  solution.py     theirs, called as their language calls it (main.cpp …); never overwritten
  samples/1.in    the samples' inputs, as own cases are written; 1.out the answers
  cases/          their own cases, run by `judge run`
  .landau.json    the marker
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from judge.cli.errors import CliError
from judge.languages import UnknownLanguage, language_for
from judge.problem.samples import SampleText

MARKER = ".landau.json"


@dataclass(frozen=True, slots=True)
class Workspace:
    folder: Path
    problem: str  # slug
    attempt_id: int
    language: str = "python"

    @property
    def solution(self) -> Path:
        return self.folder / language_for(self.language).main

    def own_cases(self) -> list[Path]:
        return sorted(path for path in (self.folder / "cases").glob("*") if path.is_file() and path.suffix != ".out")

    def mark(self) -> None:
        marker = {"problem": self.problem, "attempt": self.attempt_id, "language": self.language}
        (self.folder / MARKER).write_text(json.dumps(marker) + "\n", encoding="utf-8")


def read_workspace(folder: Path) -> Workspace | None:
    """The workspace of exactly this folder. A marker that is no marker is an error that names it."""
    path = folder / MARKER
    try:
        marker = json.loads(path.read_text(encoding="utf-8"))
        language = language_for(str(marker.get("language", "python"))).name
        return Workspace(folder, str(marker["problem"]), int(marker["attempt"]), language)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, AttributeError, UnknownLanguage):
        raise CliError(f"{path} is damaged; `judge start PROBLEM` in its parent folder writes it anew") from None


def find_workspace(start: Path) -> Workspace | None:
    """The workspace that `start` (a folder, or a file in it) lies in."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if found := read_workspace(folder):
            return found
    return None


def lay_out(
    workspace: Workspace, statement: str, starter: str, samples: Sequence[SampleText], fresh: bool
) -> Path | None:
    """Write what is missing. What a person may have written stays: the solution is only written where there is none,
    and with `fresh` the old one is renamed aside; its new path is returned."""
    folder = workspace.folder
    (folder / "samples").mkdir(parents=True, exist_ok=True)
    (folder / "cases").mkdir(exist_ok=True)
    (folder / "README.md").write_text(statement, encoding="utf-8")
    for number, sample in enumerate(samples, 1):
        (folder / "samples" / f"{number}.in").write_text(ended(sample.input), encoding="utf-8")
        (folder / "samples" / f"{number}.out").write_text(ended(sample.expected), encoding="utf-8")
    aside = None
    if fresh and workspace.solution.exists():
        aside = free_name(workspace.solution)
        workspace.solution.rename(aside)
    try:
        with workspace.solution.open("x", encoding="utf-8") as file:
            file.write(starter)
    except FileExistsError:
        pass
    workspace.mark()
    return aside


def free_name(path: Path) -> Path:
    """`solution.1.py`, `solution.2.py` … the first that is free."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.{number}{path.suffix}")).exists():
        number += 1
    return aside


def ended(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"
