"""Verdicts, events and the report: what judging says, whoever listens.

``judge.evaluate`` yields these events; the terminal's table, the page's stream, the database and the report are folds
of them. All are plain data and survive JSON unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from judge.words import Words


class Verdict(StrEnum):
    AC = "AC"  # accepted
    WA = "WA"  # wrong answer
    TLE = "TLE"  # time limit exceeded
    MLE = "MLE"  # memory limit exceeded
    OLE = "OLE"  # output limit exceeded
    RTE = "RTE"  # runtime error
    CE = "CE"  # compile error
    JE = "JE"  # judge error: our fault, never the person's


class Tier(StrEnum):
    SAMPLE = "sample"
    OWN = "own"  # the person's own cases, only in a run
    EDGE = "edge"
    ADVERSARIAL = "adversarial"
    SCALE = "scale"


class Outcome(StrEnum):
    """The growth verdict."""

    WITHIN = "within"
    EXCEEDS = "exceeds"
    INCONCLUSIVE = "inconclusive"


class Resource(StrEnum):
    TIME = "time"  # CPU ns
    MEMORY = "memory"  # bytes over what the ready cell held
    PROBES = "probes"  # elements read
    STEPS = "steps"  # of SQLite's virtual machine


class Role(StrEnum):
    SUBMISSION = "submission"
    REFERENCE = "reference"


class Plain(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Stage(Plain):
    """What is going on, for a progress display; `done` of `total` where it is known."""

    type: Literal["stage"] = "stage"
    text: str
    done: int | None = None
    total: int | None = None


class Built(Plain):
    type: Literal["built"] = "built"
    ok: bool
    language: str
    message: Words = ""  # the compiler's words, with line


class CaseFinished(Plain):
    """One case. Texts are filled only where the person may see them (sample and own cases; hidden ones in practice)."""

    type: Literal["case"] = "case"
    index: int  # from 0, in running order
    total: int
    tier: Tier
    name: str  # "sample 1", "empty list", "window_half"
    size: int | None = None
    family: str | None = None
    verdict: Verdict
    cpu_ns: int = 0
    wall_ns: int = 0
    memory_bytes: int = 0
    probes: int | None = None
    cpu_limit_ns: int | None = None
    message: Words = ""  # why, in one line
    input: Words | None = None  # as `judge.problem.text` writes it: pasteable
    expected: Words | None = None
    answer: Words | None = None
    stdout: Words | None = None
    traceback: Words | None = None
    tables: bool = False  # input, expected and answer are tables, as `judge.problem.tabletext` writes them
    aligned: bool = False  # they hold data frames, whose columns stand below each other


class Point(Plain):
    """All runs of one role at one size of one family."""

    role: Role
    size: int
    values: list[int]  # one a run, in the resource's unit
    censored: bool = False  # stopped by a limit: `values` are lower bounds


class GrowthPoint(Plain):
    type: Literal["point"] = "point"
    family: str
    resource: Resource
    point: Point


class FamilyGrowth(Plain):
    """What was measured on one family, and what it says."""

    family: str
    resource: Resource
    required: str  # "n log n"
    outcome: Outcome
    points: list[Point]
    slope: float | None = None  # of the ratio to the reference, in powers of n: T_sub/T_ref ~ n^slope
    slope_low: float | None = None
    slope_high: float | None = None
    exponent: float | None = None  # of the submission's own cost, measured: required's exponent plus slope
    measured: str | None = None  # "about n^1.97", or a class's name where the interval singles it out
    method: str = "cpu time"  # "cpu time", "instructions", "probes", "peak memory"
    reason: str = ""  # one sentence
    line: int | None = None  # the submission's line that carries the growth, where found
    line_text: str | None = None
    cause: str | None = None  # why that line costs so much, where the cause is a known one; one sentence
    counts: list[Point] = []  # executed instructions, where they were counted
    counted_by: Literal["callgrind", "processor"] | None = None
    compared: str = "same"  # with a reference in the same language, or how else; see judge.growth.judgement
    grain_ns: float | None = None  # the least cost that the host's clock can tell; None: the usual one
    noisy: bool = False  # the host's clock tells too little for time alone to decide
    runs: int = 0  # of each program, at each of the sizes that were repeated; 0: not said
    escalated: list[str] = []  # what was done beyond the first rounds, in order: "larger sizes", "more runs" ...
    settle: str | None = None  # of an inconclusive one: what would settle it, one sentence


class GrowthDecided(Plain):
    type: Literal["growth"] = "growth"
    growth: FamilyGrowth


class Claim(Plain):
    """What the person said the cost is, beside what it is."""

    resource: Resource
    claimed: str
    measured: str | None = None
    required: str | None = None
    holds: bool | None = None  # None: cannot be told
    family: str | None = None  # on which it was measured: the one that grew most
    told: str = ""  # why it holds or not; one sentence


class Host(Plain):
    """The circumstances of the measurement."""

    backend: str = "native"
    accounting: str = ""
    contended: bool = False  # other work took the cores while this was measured
    note: str = ""
    busy_cores: float | None = None  # that other work kept busy meanwhile
    cores: int | None = None
    noise: float | None = None  # by how much repeated timings differ on this host, as its calibration found: 0.03


class Counterexample(Plain):
    """The smallest input that was found on which a submission fails. Only in practice."""

    verdict: Verdict
    message: Words = ""  # why, in one line
    input: Words  # as `judge.problem.text` writes it; may serve as an own case
    cut: bool = False  # the input is too long to be shown whole
    code: Words = ""  # to paste: Python below the solution, or SQL; empty for other languages, programs, what is cut
    tables: bool = False  # input, expected and answer are tables
    aligned: bool = False  # they hold data frames
    expected: Words
    answer: Words | None = None
    traceback: Words | None = None
    size: int | None = None  # items, characters or calls; None where only a number is large or small
    from_size: int | None = None  # of the hidden case that failed first
    runs: int = 0  # of the submission, to find it
    note: str = ""  # what to know about it, one sentence


class CounterexampleFound(Plain):
    type: Literal["counterexample"] = "counterexample"
    counterexample: Counterexample


class TierCount(Plain):
    tier: Tier
    passed: int
    total: int


class Report(Plain):
    """Verdict x growth with all the evidence."""

    problem: str
    language: str
    mode: Literal["run", "submit"]
    verdict: Verdict
    growth: Outcome | None = None  # None: not measured (a run, or not right, or not asked)
    growth_asked: bool = True  # False: no family of the problem is measured, so growth is no part of the verdict
    accepted: bool  # verdict AC, and growth not exceeding; in a run: all that was run passed
    sentence: str  # what a person understands
    cases: list[CaseFinished] = []
    tiers: list[TierCount] = []
    families: list[FamilyGrowth] = []
    claims: list[Claim] = []
    host: Host = Host()
    cpu_ns: int = 0  # the slowest case's
    memory_bytes: int = 0  # the largest case's
    judged_cpu_ns: int = 0  # all CPU that judging cost
    built: Built | None = None
    counterexample: Counterexample | None = None


class Decided(Plain):
    type: Literal["decided"] = "decided"
    report: Report


Event = Annotated[
    Stage | Built | CaseFinished | GrowthPoint | GrowthDecided | CounterexampleFound | Decided,
    Field(discriminator="type"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event)


def report_of(events: Iterable[Event]) -> Report:
    """The report that a whole judgement ends with; hears all events before it."""
    return next(event.report for event in events if isinstance(event, Decided))
