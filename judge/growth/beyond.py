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
    LEAP_GAP,
    LEAP_ROSE,
    LEAP_STEEP,
    TIME,
    Basis,
    Decision,
    Open,
    Rule,
)
from judge.growth.doubts import over
from judge.growth.slopes import Pair
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
    if decision.outcome is Outcome.EXCEEDS:
        return decision
    floor, last = runs[0], runs[-1]
    doublings = math.log2(far.size / last.size)
    mine, other = (
        math.log2(over(getattr(far, role), getattr(floor, role), grain, rule))
        - math.log2(over(getattr(last, role), getattr(floor, role), grain, rule))
        for role in ("submission", "reference")
    )
    other_seen = min(far.reference) - min(floor.reference) >= max(grain, rule.visible * min(floor.reference))
    if not other_seen:
        other = doublings * required.local_exponent(far.size) if not required.exponential else other
    slope = (mine - other) / doublings
    # Who costs so much more may hide that much: of him less is believed.
    dear = min(far.submission) - min(floor.submission) > LEAP_DEAR * (min(far.reference) - min(floor.reference))
    if slope < (LEAP_FLAT_DEAR if dear else LEAP_FLAT):
        level = decision.open is Open.DEAR and other_seen
        return replace(decision, outcome=Outcome.WITHIN, open=None) if level else decision
    exponent = None if required.exponential else required.local_exponent(far.size) + slope
    # What already rose at the end of the ladder needs less to be believed.
    rose = decision.slope is not None and decision.slope >= TIME.steep
    outcome = Outcome.EXCEEDS if slope >= (LEAP_ROSE if rose else LEAP_STEEP) else Outcome.INCONCLUSIVE
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
