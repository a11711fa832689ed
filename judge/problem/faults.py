"""What is wrong with what a setter wrote, and where."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `line` counts from 1; `key` is a dotted path in a YAML file."""

    path: Path
    message: str
    line: int | None = None
    key: str = ""
    blank: bool = False  # of a new problem, still to be filled in

    def __str__(self) -> str:
        place = shown_path(self.path) + (f":{self.line}" if self.line else "")
        return f"{place}: {self.key}: {self.message}" if self.key else f"{place}: {self.message}"


class ProblemError(Exception):
    """A folder that is not a problem (or a file that is not a loop): every fault, one a line."""

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.name = name
        self.faults = tuple(faults)


def shown_path(path: Path) -> str:
    """Relative to the working directory where it lies below it, so that a terminal can open it."""
    full = os.path.abspath(path)  # noqa: PTH100 - a symbolic link is shown as the person wrote it
    here = os.getcwd()  # noqa: PTH109
    return os.path.relpath(full, here) if full.startswith(here.rstrip(os.sep) + os.sep) else full
