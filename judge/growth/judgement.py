"""From a family's recorded points to its decision. Pure, so that a saved measurement can be judged again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from judge.growth.complexity import Complexity, parse_class
from judge.growth.counts import decide_counts
from judge.growth.decide import decide
from judge.growth.decision import BEYOND_DOUBT, GRAIN_NS, INSTRUCTIONS, TIME, Basis, Decision, Open
from judge.growth.explain import METHODS
from judge.growth.memory import decide_memory
from judge.growth.other_language import (
    COMPILED_TIME,
    LINES,
    MEMORY,
    decide_across,
    decide_warming,
    memory_not_compared,
)
from judge.report import FamilyGrowth, Outcome, Point, Resource, Role

GRAIN_COUNT = 50_000.0
BEYOND = 2  # times the ladder's last size: measured apart from it
REACH = 4  # times the largest counted size: what rises beyond is not cleared by a count
SAME, COMPILED, BOTH_WARMING, OTHER, WARMING = "same", "compiled", "both warming", "other", "warming"
BY_TIME, BY_COUNT = "cpu time", "instructions"


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what a family's time is judged.

    required: the class. grain_ns: the least cost that this host's clock can tell. noisy: it tells too little for time
    to decide what is not far off. across: submission and reference are of two languages. warms_up: the submission's
    is compiled while it runs. compiled: both are of one language that is compiled before."""

    required: Complexity
    grain_ns: float = GRAIN_NS
    noisy: bool = False
    across: bool = False
    warms_up: bool = False
    compiled: bool = False

    @property
    def compared(self) -> str:
        """How the two languages stand, as records keep it."""
        if self.across:
            return WARMING if self.warms_up else OTHER
        return BOTH_WARMING if self.warms_up else COMPILED if self.compiled else SAME

    @classmethod
    def recorded(cls, growth: FamilyGrowth) -> Terms:
        """Those under which a record was made. Raises ComplexityError."""
        return cls(
            parse_class(growth.required),
            GRAIN_NS if growth.grain_ns is None else growth.grain_ns,
            growth.noisy,
            growth.compared in (OTHER, WARMING),
            growth.compared in (WARMING, BOTH_WARMING),
            growth.compared == COMPILED,
        )

    @property
    def certain(self) -> float:
        """The slope from which one look is enough."""
        return 2 * (LINES.certain if self.compared != SAME else TIME.certain) - 0.4


@dataclass(frozen=True, slots=True)
class Judged:
    decision: Decision
    method: str = BY_TIME


def judge_time(
    points: Sequence[Point],
    terms: Terms,
    processor: Sequence[Point] = (),
    callgrind: Sequence[Point] = (),
) -> Judged:
    """Time, and instructions where they were counted: by the processor in the same runs, or by callgrind in few small
    ones."""
    judged = _by_time(points, terms)
    if processor and not terms.across and not terms.warms_up:
        judged = _with_processor(judged, decide(processor, terms.required, INSTRUCTIONS, GRAIN_COUNT))
    return judged if judged.decision.clear else _with_callgrind(judged, points, terms, callgrind)


def maybe_a_cache(judged: Judged, points: Sequence[Point]) -> bool:
    """Whether it exceeds by what rises at the end of the ladder alone, and nothing was measured beyond that. Pure."""
    decision = judged.decision
    beyond_doubt = decision.whole is None or decision.whole >= BEYOND_DOUBT
    if decision.outcome is not Outcome.EXCEEDS or judged.method != BY_TIME or beyond_doubt:
        return False
    least = BEYOND * decision.sizes[-1]
    return not any(p.censored or p.size >= least for p in points if p.role is Role.SUBMISSION)


def sure(judged: Judged, points: Sequence[Point], terms: Terms, callgrind: Sequence[Point] = ()) -> Judged:
    """Inconclusive where a cache may be all that is seen, unless it rises more than caches make it, or instructions
    exceed, which no cache changes. Pure."""
    decision = judged.decision
    if not maybe_a_cache(judged, points) or (decision.low is not None and decision.low > TIME.certain):
        return judged
    judged = replace(judged, decision=replace(decision, outcome=Outcome.INCONCLUSIVE, open=Open.RISING))
    return _with_callgrind(judged, points, terms, callgrind)


def judge_again(growth: FamilyGrowth) -> Judged:
    """A recorded family by the rules as they are now, whatever it was found to be then. Raises ComplexityError."""
    terms = Terms.recorded(growth)
    if growth.resource is Resource.TIME:
        by = {growth.counted_by or "": growth.counts}
        judged = judge_time(growth.points, terms, by.get("processor", ()), by.get("callgrind", ()))
        return sure(judged, growth.points, terms, by.get("callgrind", ()))
    if growth.resource is Resource.MEMORY:
        left_out = terms.across or terms.warms_up or growth.reason == MEMORY
        decision = memory_not_compared() if left_out else decide_memory(growth.points, terms.required)
        return Judged(decision, METHODS[growth.resource])
    return Judged(decide_counts(growth.points, terms.required), METHODS[growth.resource])


def _by_time(points: Sequence[Point], terms: Terms) -> Judged:
    if terms.across:
        return Judged(decide_across(points, terms.required, terms.warms_up))
    if terms.warms_up:
        return Judged(decide_warming(points, terms.required))
    decision = decide(points, terms.required, COMPILED_TIME if terms.compiled else TIME, terms.grain_ns)
    if terms.noisy and decision.clear and not far_off(decision, terms):
        decision = replace(decision, outcome=Outcome.INCONCLUSIVE, open=Open.NOISY)
    return Judged(decision)


def far_off(decision: Decision, terms: Terms) -> bool:
    """Whether it exceeds so far that noise could not have made it."""
    if decision.outcome is not Outcome.EXCEEDS:
        return False
    return decision.basis is Basis.CENSORED or (decision.low is not None and decision.low > terms.certain)


def _beyond_counting(decision: Decision, far: bool) -> bool:
    """Few small sizes, counted once, say nothing of what rises far beyond them, or was seen in some runs only."""
    if decision.basis is Basis.LEAP or decision.open in (Open.UNEVEN, Open.UNSTEADY, Open.DEAR):
        return True
    return (decision.slope is not None and decision.slope > TIME.steep) or (far and decision.open is Open.RISING)


def _with_callgrind(judged: Judged, points: Sequence[Point], terms: Terms, callgrind: Sequence[Point]) -> Judged:
    """Of what time leaves open."""
    if not callgrind:
        return judged
    counted = decide(callgrind, terms.required, INSTRUCTIONS, GRAIN_COUNT)
    far = max(p.size for p in points) > REACH * max(p.size for p in callgrind)
    if counted.outcome is Outcome.EXCEEDS or (counted.clear and not _beyond_counting(judged.decision, far)):
        return Judged(counted, BY_COUNT)
    return judged


def _with_processor(timed: Judged, counted: Decision) -> Judged:
    """A processor counts one instruction that moves a whole block as one, so its count never outvotes a time that
    rises: a hidden quadratic in C may be nothing else."""
    if counted.outcome is Outcome.EXCEEDS:
        return Judged(counted, BY_COUNT)
    time = timed.decision
    level = time.slope is not None and time.slope <= TIME.flat and time.open in (Open.CLOSE, Open.NOISY)
    return Judged(counted, BY_COUNT) if counted.outcome is Outcome.WITHIN and level else timed
