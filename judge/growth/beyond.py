"""One size far beyond the ladder, and what it adds to the decision. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from judge.growth.complexity import Complexity
from judge.growth.decision import (
    LEAP_DEAR,
    LEAP_FLAT,
    LEAP_FLAT_DEAR,
    LEAP_FLAT_RISING,
    LEAP_GAP,
    LEAP_LEVEL,
    LEAP_REFUTES,
    LEAP_ROSE,
    LEAP_STEEP,
    RISING,
    TIME,
    Basis,
    Decision,
    Open,
    Rule,
)
from judge.growth.slopes import Pair
from judge.growth.work import least_seen, over, ratio
from judge.report import Outcome


def split_leap(runs: Sequence[Pair]) -> tuple[list[Pair], Pair | None]:
    """The ladder, and the one size far beyond it where there is one."""
    if len(runs) > 4 and runs[-1].size >= LEAP_GAP * runs[-2].size:
        return list(runs[:-1]), runs[-1]
    return list(runs), None


def beyond(
    decision: Decision, runs: Sequence[Pair], far: Pair, required: Complexity, rule: Rule, grain: float
) -> Decision:
    """What the size far beyond the ladder adds: nothing where the ratio there is as it was, else doubt or more."""
    floor, last = runs[0], runs[-1]
    doublings = math.log2(far.size / last.size)

    def grown(there: tuple[float, ...], before: tuple[float, ...], first: tuple[float, ...]) -> float:
        return math.log2(over(there, first, grain, rule) / over(before, first, grain, rule))

    mine = grown(far.submission, last.submission, floor.submission)
    other = grown(far.reference, last.reference, floor.reference)
    first = min(floor.reference)
    other_seen = min(far.reference) - first >= least_seen(first, grain, rule.visible)
    if not other_seen:
        other = doublings * required.local_exponent(far.size) if not required.exponential else other
    slope = (mine - other) / doublings
    exceeds = decision.outcome is Outcome.EXCEEDS
    if exceeds and slope >= LEAP_REFUTES:
        return decision
    if not exceeds and slope < _flat(runs, far, rule, grain):
        return (
            replace(decision, outcome=Outcome.WITHIN, open=None) if _settles(decision, slope, other_seen) else decision
        )
    exponent = None if required.exponential else required.local_exponent(far.size) + slope
    # What already rose at the end of the ladder needs less to be believed.
    rose = decision.slope is not None and decision.slope >= TIME.steep
    steep = slope >= (LEAP_ROSE if rose else LEAP_STEEP)
    outcome = Outcome.EXCEEDS if steep else Outcome.INCONCLUSIVE
    return Decision(
        outcome,
        Basis.LEAP,
        slope,
        slope,
        None,
        exponent,
        (last.size, far.size),
        2 ** (mine / doublings),
        2 ** (other / doublings),
        open=None if outcome is Outcome.EXCEEDS else Open.DEAR if slope < LEAP_FLAT else Open.RISING,
    )


def _settles(decision: Decision, slope: float, other_seen: bool) -> bool:
    """Whether a level far size is enough for within. It spans more doublings than the steps that left it open."""
    if not other_seen:
        return False
    close = decision.open in (Open.CLOSE, Open.RISING) and (decision.slope or 0.0) <= TIME.steep
    return decision.open is Open.DEAR or (close and slope < LEAP_LEVEL)


def _flat(runs: Sequence[Pair], far: Pair, rule: Rule, grain: float) -> float:
    """The slope up to which a far size adds nothing. Who costs very much more than the reference may hide that much,
    and of what rose already at the end of the ladder it is the second sign."""
    floor = runs[0]
    if min(far.submission) - min(floor.submission) > LEAP_DEAR * (min(far.reference) - min(floor.reference)):
        return LEAP_FLAT_DEAR
    return LEAP_FLAT_RISING if last_step(runs, rule, grain) > RISING else LEAP_FLAT


def last_step(runs: Sequence[Pair], rule: Rule, grain: float) -> float:
    """The slope of the ratio between the last two sizes of a ladder, from the best runs."""
    floor, before, last = runs[0], runs[-2], runs[-1]
    risen = ratio(last, floor, grain, rule) / ratio(before, floor, grain, rule)
    return math.log2(risen) / math.log2(last.size / before.size)
