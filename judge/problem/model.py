"""What a problem is: the data of ``problem.yaml``, and the parts around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import (
    Field,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    model_validator,
)

from judge.problem.checkerspec import Checker, CustomChecker, FrameChecker, TableChecker
from judge.problem.interface import (
    FunctionInterface,
    Interface,
    Name,
    SqlInterface,
    Written,
    is_frame,
)
from judge.report import Tier

MINUTES = {"easy": 12, "medium": 20, "hard": 35}


class LimitsSpec(Written):
    """Limits of a case. Time is a safety net: the larger of `cpu_floor_s` and `cpu_multiple` x the reference on this
    host, at most `cpu_s`. Memory counts over what the ready cell holds (runtime and input)."""

    cpu_s: PositiveFloat = 10.0
    cpu_floor_s: PositiveFloat = 2.0
    cpu_multiple: PositiveFloat = 60.0
    memory_mb: PositiveFloat = 256.0
    output_mb: PositiveFloat = 64.0
    processes: PositiveInt = 16


class ProbeLimit(Written):
    """How often a run may read its probe sequences: `per_log2` * ceil(log2(size + 1)) + `per_item` * size + `plus`
    reads. A count, so it may be far tighter than a time limit; still a safety net, growth.probes is what judges."""

    per_log2: NonNegativeInt = 0
    per_item: NonNegativeInt = 0
    plus: PositiveInt

    def reads(self, size: int) -> int:
        """The limit for a case of `size`; ceil(log2(size + 1)) is the number of binary digits of `size`."""
        return self.per_log2 * size.bit_length() + self.per_item * size + self.plus


class Family(Written):
    """A way to make inputs of any size: function `name(n, rng)` in cases.py."""

    name: Name
    smallest: PositiveInt = 64  # where the growth ladder starts
    largest: PositiveInt = 1_000_000  # where it ends at the latest
    measures: list[Literal["time", "memory", "probes"]] = Field(default=["time"])  # empty: hidden cases alone
    probe_limit: ProbeLimit | None = None  # for the hidden cases drawn from this family
    about: str = ""  # what it is, for people: "k = n/2"

    @model_validator(mode="after")
    def _ascending(self) -> Family:
        if self.smallest * 8 > self.largest:
            raise ValueError("largest must be at least 8 times smallest, so that growth can be seen")
        return self


class GrowthSpec(Written):
    """What the cost may grow as. Classes are written as people do: "n", "n log n", "1", "log n", "n + m"."""

    time: str
    space: str | None = None  # auxiliary, beyond input and output; judged where a family measures memory
    probes: str | None = None
    variable: str = "n"  # what n is, for people: "len(xs)"
    families: list[Family] = Field(min_length=1)

    @property
    def asked(self) -> bool:
        """Whether growth is a part of the verdict: some family is measured."""
        return any(family.measures for family in self.families)


class Draw(Written):
    """Hidden cases to draw from a family."""

    family: Name
    size: PositiveInt
    count: PositiveInt = 1
    full_only: bool = False  # only with --full


class Draws(Written):
    adversarial: list[Draw] = Field(default=[])
    scale: list[Draw] = Field(default=[])


class Source(Written):
    """Where the task was asked; facts, in our own words."""

    guide: str = ""
    topics: list[str] = Field(default=[])
    companies: list[str] = Field(default=[])
    rounds: list[str] = Field(default=[])


class ProblemSpec(Written):
    """problem.yaml."""

    title: str
    difficulty: Literal["easy", "medium", "hard"]
    minutes: PositiveInt | None = None
    tags: list[str] = Field(default=[])
    source: Source = Source()
    runtime: Literal["python", "python-data"] = "python"
    interface: Interface
    limits: LimitsSpec = LimitsSpec()
    checker: Checker
    growth: GrowthSpec
    draws: Draws = Draws()

    @model_validator(mode="after")
    def _tables_where_sql(self) -> ProblemSpec:
        if isinstance(self.interface, SqlInterface):
            if self.runtime != "python-data":
                raise ValueError("an SQL problem has the runtime python-data, where the engines are")
            if not isinstance(self.checker, TableChecker | CustomChecker):
                raise ValueError("an SQL problem has the checker kind: table, or custom")
        elif isinstance(self.checker, TableChecker):
            raise ValueError("the checker kind: table is for problems with the interface kind: sql")
        return self

    @model_validator(mode="after")
    def _frames_where_pandas(self) -> ProblemSpec:
        if isinstance(self.checker, FrameChecker) and self.runtime != "python-data":
            raise ValueError("the checker kind: frame needs the runtime python-data, where pandas is")
        return self

    @property
    def has_frames(self) -> bool:
        """Whether inputs or answers are data frames or series."""
        if not isinstance(self.interface, FunctionInterface):
            return False
        return any(map(is_frame, (self.interface.returns, *(one.type for one in self.interface.parameters))))

    @property
    def clock_minutes(self) -> int:
        return self.minutes or MINUTES[self.difficulty]


class Expected(StrEnum):
    """The directory under submissions/ that a known submission lies in: the judgement it must get."""

    ACCEPTED = "accepted"  # AC, growth within
    TOO_SLOW = "too_slow"  # no wrong answer; growth exceeds (or probes), or a time limit where growth is explosive
    WRONG = "wrong"  # WA
    TOO_MUCH_MEMORY = "too_much_memory"  # MLE, or memory growth exceeds
    RUNTIME_ERROR = "runtime_error"  # RTE


@dataclass(frozen=True, slots=True)
class Known:
    """A submission that ships with the problem. `accepted` ones sort with the reference first."""

    expected: Expected
    path: Path
    source: str

    @property
    def name(self) -> str:
        return f"{self.expected}/{self.path.name}"


@dataclass(frozen=True, slots=True)
class Problem:
    """A loaded folder."""

    slug: str
    folder: Path
    spec: ProblemSpec
    statement: str  # markdown
    hints: tuple[str, ...]  # markdown, one by one
    editorial: str
    starter: str  # a program that fails, with signature and docstring
    cases_source: str  # cases.py
    checker_source: str | None  # checker.py
    known: tuple[Known, ...]

    @property
    def reference(self) -> Known:
        return next(known for known in self.known if known.expected is Expected.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Case:
    """One input, ready to be put to a submission."""

    tier: Tier
    name: str
    input: bytes  # wire, whole (streams and sequences inside)
    visible: bool
    family: str | None = None
    size: int | None = None
    note: str = ""  # a sample's explanation


@dataclass(frozen=True, slots=True)
class ExpectedAnswer:
    """What the reference said to a case on this host, and what it cost."""

    answer: bytes  # wire
    cpu_ns: int
    memory_bytes: int
    probes: int
