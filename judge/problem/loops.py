"""Interview loops: several problems under one clock. ``loops/<group>/<name>.yaml`` is the loop ``<group>/<name>``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, PositiveInt, model_validator

from judge.problem.faults import Fault, ProblemError
from judge.problem.load import SLUG
from judge.problem.model import Written
from judge.problem.written import read_yaml


@dataclass(frozen=True, slots=True)
class LoopEntry:
    slug: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Loop:
    id: str  # "amazon-ds/r7"
    title: str
    minutes: int
    entries: tuple[LoopEntry, ...]
    about: str = ""


class EntrySpec(Written):
    slug: str = Field(pattern=f"^{SLUG.pattern}$")
    minutes: PositiveInt


class LoopSpec(Written):
    """The text of a loop's file."""

    title: str
    about: str = ""
    minutes: PositiveInt
    problems: list[EntrySpec] = Field(min_length=1)

    @model_validator(mode="after")
    def _fits(self) -> LoopSpec:
        slugs = [entry.slug for entry in self.problems]
        if len(set(slugs)) < len(slugs):
            raise ValueError("a problem is there twice")
        planned = sum(entry.minutes for entry in self.problems)
        if planned > self.minutes:
            raise ValueError(f"the problems' minutes are {planned} together, more than the loop's {self.minutes}")
        return self


def load_loops(folder: Path) -> dict[str, Loop]:
    """Every loop below a folder, by id, in order. Raises ProblemError with the faults of all files."""
    loops: dict[str, Loop] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.yaml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            faults.append(Fault(path, f"cannot be read: {error}"))
            continue
        spec, _, found = read_yaml(path, text, LoopSpec)
        faults.extend(found)
        if spec is not None:
            name = path.relative_to(folder).with_suffix("").as_posix()
            entries = tuple(LoopEntry(entry.slug, entry.minutes) for entry in spec.problems)
            loops[name] = Loop(name, spec.title, spec.minutes, entries, spec.about)
    if faults:
        raise ProblemError(folder.name, faults)
    return loops
