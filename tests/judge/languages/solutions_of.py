"""Right solutions in other languages: those that lie here, and those with which the bank's problems compare."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent / "solutions"
BANK = Path(__file__).parents[3] / "problems"


class Written(NamedTuple):
    slug: str
    path: Path

    @property
    def name(self) -> str:
        return f"{self.slug}-{self.path.suffix[1:]}"


def solutions_of(*suffixes: str) -> list[Written]:
    """In the languages of files that end so, by problem."""
    here = [Written(path.parent.name, path) for path in HERE.glob("*/*")]
    bank = [Written(path.parents[2].name, path) for path in BANK.glob("*/submissions/accepted/*")]
    return sorted(one for one in (*here, *bank) if one.path.suffix in suffixes)
