"""Labelled solutions: what each costs follows from its text, and the argument stands beside it."""

from __future__ import annotations

import importlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from pkgutil import iter_modules
from textwrap import dedent
from typing import Any

from judge.problem.model import Problem, ProblemSpec
from sandbox.guest import wire

Make = Callable[[int, random.Random], tuple[Any, ...] | list[tuple[str, tuple[Any, ...]]]]

KEPT = 60  # inputs, some MB each


class Label(StrEnum):
    RIGHT = "right"  # of the required class, whatever its constant, or lower
    WORSE = "worse"  # grows by the square root of n more than required, or faster still
    NEAR = "near"  # worse by a logarithm only: growth cannot tell, either answer is accepted


class Corpus(StrEnum):
    """Where labelled solutions come from."""

    OWN = "own"  # benchmarks/growth/tasks
    HOLDOUT = "holdout"  # benchmarks/growth/holdout: nothing was tuned to it
    BANK = "bank"  # the known submissions of problems/
    ALL = "all"


class Kind(StrEnum):
    """In what way a solution is hard to judge."""

    PLAIN = "plain"
    FAST = "fast"  # much cheaper than the reference
    SLOW = "slow"  # of the right class, 5 to 30 times dearer than the reference
    ROOT = "root"  # worse by the square root of n
    HIDDEN = "hidden"  # the worse part runs in C, and looks linear for long
    FAMILY = "family"  # worse on one of several families only
    DIMENSION = "dimension"  # worse in a second size only
    MEMORY = "memory"  # worse in memory
    COLLISION = "collision"  # worse where keys collide
    EARLY = "early"  # an early exit makes it look cheap on most inputs
    EVADER = "evader"  # written to fool the judge


@dataclass(frozen=True, slots=True)
class Solution:
    name: str
    label: Label
    why: str  # the argument for the label, one line
    source: str
    kind: Kind = Kind.PLAIN
    language: str = "python"
    blame: str = ""  # of a worse one: a part of the line that carries the growth


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    make: Make
    smallest: int
    largest: int


@dataclass(frozen=True, slots=True)
class Task:
    """`solutions`: the first is the reference. With `methods` the function's name is a class's, and a family makes
    a script: a list of (method, arguments), the constructor first under the class's name."""

    name: str
    function: str
    time: str
    families: tuple[Family, ...]
    solutions: tuple[Solution, ...]
    space: str | None = None
    checker: dict[str, Any] = field(default_factory=lambda: {"kind": "exact"})
    methods: tuple[str, ...] = ()
    runtime: str = "python"
    corpus: Corpus = Corpus.OWN

    def problem(self) -> Problem:
        measures = ["time", "memory"] if self.space else ["time"]
        spec = ProblemSpec.model_validate(
            {
                "title": self.name,
                "difficulty": "easy",
                "runtime": self.runtime,
                "interface": self._interface(),
                "limits": {"memory_mb": 512},
                "checker": self.checker,
                "growth": {
                    "time": self.time,
                    "space": self.space,
                    "families": [
                        {"name": f.name, "smallest": f.smallest, "largest": f.largest, "measures": measures}
                        for f in self.families
                    ],
                },
            }
        )
        return Problem(self.name, Path(), spec, "", (), "", "", "", None, ())

    def _interface(self) -> dict[str, Any]:
        if self.methods:
            return {"kind": "class", "name": self.function, "methods": [{"name": name} for name in self.methods]}
        return {"kind": "function", "name": self.function, "parameters": [], "returns": "any"}


@dataclass(frozen=True, slots=True)
class Drawn:
    """Makes inputs in this process: the corpus is our own."""

    task: Task = field(hash=False)
    secret: bytes  # another for each task

    def draw(self, family: str, size: int, salt: int) -> bytes:
        """Kept for the task's other solutions, which get the same inputs."""
        return _drawn(self, family, size, salt)

    def make(self, family: str, size: int, salt: int) -> bytes:
        make = next(f.make for f in self.task.families if f.name == family)
        return wire.encode(make(size, random.Random(f"{self.secret.hex()}/{self.task.name}/{family}/{size}/{salt}")))


@lru_cache(maxsize=KEPT)
def _drawn(drawn: Drawn, family: str, size: int, salt: int) -> bytes:
    return drawn.make(family, size, salt)


def right(name: str, why: str, source: str, kind: Kind = Kind.PLAIN, language: str = "python") -> Solution:
    return Solution(name, Label.RIGHT, why, _text(source), kind, language)


def worse(
    name: str, why: str, source: str, kind: Kind = Kind.PLAIN, language: str = "python", blame: str = ""
) -> Solution:
    return Solution(name, Label.WORSE, why, _text(source), kind, language, blame)


def near(name: str, why: str, source: str, kind: Kind = Kind.PLAIN, language: str = "python") -> Solution:
    return Solution(name, Label.NEAR, why, _text(source), kind, language)


def _text(source: str) -> str:
    return dedent(source).strip() + "\n"


def tasks(package: str = "benchmarks.growth.tasks") -> Iterator[Task]:
    """All tasks of a package's modules."""
    for found in iter_modules(importlib.import_module(package).__path__):
        yield from importlib.import_module(f"{package}.{found.name}").TASKS
