"""One thing about this host."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    GOOD = "good"
    NOTE = "note"  # neither good nor bad here, and good to know
    WEAK = "weak"  # it works, but something is not enforced or not measured as well as it could be
    MISSING = "missing"  # no sandbox without it


@dataclass(frozen=True, slots=True)
class Fact:
    name: str
    level: Level
    found: str  # what is there
    means: str = ""  # for a verdict
    mend: str = ""  # a command, or what to ask for
