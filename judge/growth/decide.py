"""Does the submission's cost grow as it may? Decided from recorded points alone.

The statistic is the slope of the ratio submission / reference, both over what they cost at the smallest size: a fixed
cost (loading, imports) flattens every ratio, and differences take it out. Machine, caches and clock move both curves
alike, so the ratio of two right solutions stays flat where each of them alone seems to grow faster than it does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from judge.growth.complexity import Complexity
from judge.growth.slopes import Pair, Slopes, bounded, pairs, tail_of
from judge.report import Outcome, Point, Role

GRAIN_NS = 200_000  # less CPU time than this over the smallest size says nothing
VISIBLE = 0.5  # work must be this share of the fixed cost to be seen over its noise


@dataclass(frozen=True, slots=True)
class Rule:
    """Where the lines are, in powers of n."""

    flat: float  # an upper bound below this is within
    steep: float  # a lower bound above this exceeds, if the whole ladder agrees
    whole: float  # what the whole ladder must show for that
    certain: float  # a lower bound above this exceeds whatever the whole ladder shows
    short: float  # the line instead of `steep` where only three sizes are left
    visible: float = VISIBLE
    dearest: float | None = None  # times the reference's work: beyond, only a far larger size may tell within


# Right solutions reach 0.3 where one of the two leaves a cache and the other does not; n^0.5 more shows 0.24 and up.
TIME = Rule(flat=0.20, steep=0.30, whole=0.20, certain=0.55, short=0.45, dearest=60)
# Exact counts. Right solutions: at most 0.10; worse ones: at least 0.24; a logarithm more may show 0.20.
INSTRUCTIONS = Rule(flat=0.17, steep=0.22, whole=0.17, certain=0.30, short=0.22, visible=0.0)
# The submission's own growth against the required class, where the reference costs too little to be seen.
OWN = Rule(flat=0.30, steep=0.60, whole=0.45, certain=0.80, short=0.70)
LEVEL = 0.75  # of `flat`: neither the end nor the whole may itself show more, whatever the bounds
CENSORED_EXCESS = 1.0  # a limit that stopped it must lie this far above what the class allows
UNEVEN = 3.0  # times: caches move neighbouring ratios by less than two
UNSTEADY = 5.0  # times, and so many grains: other work on the host adds less
UNSTEADY_GRAINS = 50
DEAR = 4.0  # times what of the reference may go unseen
LEAP_GAP = 2.8  # a last size so many times the one before is not part of the ladder
LEAP_FLAT = 0.30  # few runs, and two or three doublings at once: a cache may lie between
LEAP_STEEP = 0.50


class Basis(StrEnum):
    """What a decision rests on."""

    RATIO = "ratio"  # of the submission to the reference
    OWN = "own"  # the submission alone, against the required class
    CENSORED = "censored"  # a limit stopped it
    FLAT = "flat"  # neither grew
    LITTLE = "little"  # too few sizes show anything
    LEAP = "leap"  # one size far beyond the others


class Open(StrEnum):
    """Why a decision is inconclusive."""

    LITTLE = "little"  # too few sizes show anything
    CLOSE = "close"  # between the lines, or its interval crosses one
    RISING = "rising"  # level so far, but the last step or a far larger size rises
    STOPPED = "stopped"  # a limit ended it before enough was seen
    FIXED = "fixed"  # a fixed cost that could hide growth
    DEAR = "dear"  # where the reference begins to be seen, the submission costs too much
    UNEVEN = "uneven"  # far dearer at a size than at smaller and larger ones
    UNSTEADY = "unsteady"  # far dearer in some runs than in others of the same input
    NOISY = "noisy"  # this host's clock
    LANGUAGE = "language"  # not comparable enough


@dataclass(frozen=True, slots=True)
class Decision:
    """`slope`, `low`, `high`: of the ratio to the reference, in powers of n. Factors are per doubling of the size."""

    outcome: Outcome
    basis: Basis
    slope: float | None = None
    low: float | None = None
    high: float | None = None
    exponent: float | None = None
    sizes: tuple[int, ...] = ()
    submission_factor: float | None = None
    reference_factor: float | None = None
    note: str = ""  # why, where the figures do not say it
    open: Open | None = None  # only where inconclusive

    @property
    def clear(self) -> bool:
        return self.outcome is not Outcome.INCONCLUSIVE


def decide(points: Sequence[Point], required: Complexity, rule: Rule = TIME, grain: float = GRAIN_NS) -> Decision:
    """Judge one family. INCONCLUSIVE means that these points do not tell; more runs or other means may.

    `grain`: the least cost over the smallest size that says anything, in the points' unit."""
    runs, far = split_leap(pairs(points))
    by_limit = _censored(points, runs, required, grain)
    if by_limit is not None:
        return by_limit
    stopped = any(point.censored for point in points if point.role is Role.SUBMISSION)
    if len(runs) < 4:
        return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, open=Open.STOPPED if stopped else Open.LITTLE)
    decision = _on_ladder(runs, required, rule, grain, stopped)
    if far is not None:
        decision = _beyond(decision, runs, far, required, rule, grain)
    if decision.outcome is not Outcome.EXCEEDS:
        why = Open.UNEVEN if _uneven(runs, rule, grain) else Open.UNSTEADY if _unsteady(runs, grain) else None
        decision = decision if why is None else replace(decision, outcome=Outcome.INCONCLUSIVE, open=why)
    return decision


def _uneven(runs: Sequence[Pair], rule: Rule, grain: float) -> bool:
    """Whether the ratio at some size stands far above those at both smaller and larger ones, as it does for who is
    worse at some sizes only. Slopes would not see it, and the worst of them is what counts."""
    floor = runs[0]
    ratios = [
        _over(p.submission, floor.submission, grain, rule) / _over(p.reference, floor.reference, grain, rule)
        for p in runs[1:]
    ]
    return any(ratios[at] > UNEVEN * max(min(ratios[:at]), min(ratios[at + 1 :])) for at in range(1, len(ratios) - 1))


def _unsteady(runs: Sequence[Pair], grain: float) -> bool:
    """Whether runs of the same input differ as noise does not: who is worse in some runs only would show his best."""

    def wild(values: tuple[float, ...]) -> bool:
        low, high = min(values), max(values)
        return high > UNSTEADY * low and high - low > UNSTEADY_GRAINS * grain

    return sum(wild(p.submission) for p in runs) >= 2 and not any(wild(p.reference) for p in runs)


def _on_ladder(runs: Sequence[Pair], required: Complexity, rule: Rule, grain: float, stopped: bool) -> Decision:
    floor = runs[0]
    reference = _visible(
        [(pair, min(pair.reference) - min(floor.reference)) for pair in runs], floor.reference, grain, rule
    )
    by_ratio = _by_ratio(floor, reference, required, rule, grain, stopped) if len(reference) >= 3 else None
    if by_ratio is not None and (by_ratio.clear or len(reference) > 3):
        return by_ratio
    submission = _visible([(p, min(p.submission) - min(floor.submission)) for p in runs], floor.submission, grain, rule)
    if len(submission) >= 3 and not required.exponential:
        by_own = _by_own(floor, submission, required, stopped)
        if by_own.outcome is Outcome.WITHIN and _dear(floor, runs[-1], rule, grain):
            by_own = replace(by_own, outcome=Outcome.INCONCLUSIVE, open=Open.DEAR)
        # Beside a ratio of three sizes it may only condemn: caches bend a single curve upwards.
        return by_own if by_ratio is None or by_own.outcome is Outcome.EXCEEDS else by_ratio
    if by_ratio is not None:
        return by_ratio
    if not submission and not reference and not stopped and required.exponent < 0.25:
        return Decision(Outcome.WITHIN, Basis.FLAT, 0.0, exponent=0.0, sizes=tuple(pair.size for pair in runs))
    return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, open=Open.STOPPED if stopped else Open.LITTLE)


def _dear(floor: Pair, last: Pair, rule: Rule, grain: float) -> bool:
    """Whether the submission does far more than what of the reference could go unseen: time that is burnt to look level
    would look like this."""
    unseen = max(grain, rule.visible * min(floor.reference))
    return min(last.submission) - min(floor.submission) > DEAR * unseen


def split_leap(runs: Sequence[Pair]) -> tuple[list[Pair], Pair | None]:
    """The ladder, and the one size far beyond it where there is one."""
    if len(runs) > 4 and runs[-1].size >= LEAP_GAP * runs[-2].size:
        return list(runs[:-1]), runs[-1]
    return list(runs), None


def _beyond(
    decision: Decision, runs: Sequence[Pair], far: Pair, required: Complexity, rule: Rule, grain: float
) -> Decision:
    """What the size far beyond the ladder adds: nothing where the ratio there is as it was, else doubt or more."""
    if decision.outcome is Outcome.EXCEEDS:
        return decision
    floor, last = runs[0], runs[-1]
    doublings = math.log2(far.size / last.size)
    mine, other = (
        math.log2(_over(getattr(far, role), getattr(floor, role), grain, rule))
        - math.log2(_over(getattr(last, role), getattr(floor, role), grain, rule))
        for role in ("submission", "reference")
    )
    other_seen = min(far.reference) - min(floor.reference) >= max(grain, rule.visible * min(floor.reference))
    if not other_seen:
        other = doublings * required.local_exponent(far.size) if not required.exponential else other
    slope = (mine - other) / doublings
    if slope < LEAP_FLAT:
        level = decision.open is Open.DEAR and other_seen
        return replace(decision, outcome=Outcome.WITHIN, open=None) if level else decision
    exponent = None if required.exponential else required.local_exponent(far.size) + slope
    outcome = Outcome.EXCEEDS if slope >= LEAP_STEEP else Outcome.INCONCLUSIVE
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
        open=None if outcome is Outcome.EXCEEDS else Open.RISING,
    )


def _visible(works: list[tuple[Pair, float]], floor: tuple[float, ...], grain: float, rule: Rule) -> list[Pair]:
    """The largest sizes, without a gap, at which work stands out from the fixed cost."""
    found: list[Pair] = []
    for pair, work in reversed(works):
        if work < max(grain, rule.visible * min(floor)):
            break
        found.append(pair)
    return found[::-1]


def _by_ratio(
    floor: Pair, seen: Sequence[Pair], required: Complexity, rule: Rule, grain: float, stopped: bool
) -> Decision:
    def ratio(runs: Sequence[Pair]) -> list[tuple[int, float]]:
        start = runs[0]
        return [
            (
                pair.size,
                _over(pair.submission, start.submission, grain, rule)
                / _over(pair.reference, start.reference, grain, rule),
            )
            for pair in runs[1:]
        ]

    slopes = bounded([floor, *seen], ratio)
    outcome, why = _three_way(slopes, rule, stopped)
    if outcome is Outcome.WITHIN and _hidden(floor, seen, rule, grain):
        outcome, why = Outcome.INCONCLUSIVE, Open.FIXED
    elif outcome is Outcome.WITHIN and rule.dearest is not None and ratio([floor, seen[-1]])[0][1] > rule.dearest:
        outcome, why = Outcome.INCONCLUSIVE, Open.DEAR
    own = [(pair.size, _over(pair.submission, floor.submission, grain, rule)) for pair in seen]
    other = [(pair.size, _over(pair.reference, floor.reference, grain, rule)) for pair in seen]
    exponent = None if required.exponential else _local(required, seen) + slopes.tail
    return Decision(
        outcome,
        Basis.RATIO,
        slopes.tail,
        slopes.low,
        slopes.high,
        exponent,
        slopes.sizes,
        2 ** tail_of(own),
        2 ** tail_of(other),
        open=why,
    )


def _by_own(floor: Pair, seen: Sequence[Pair], required: Complexity, stopped: bool) -> Decision:
    def own(runs: Sequence[Pair]) -> list[tuple[int, float]]:
        start = runs[0]
        return [
            (p.size, _over(p.submission, start.submission, GRAIN_NS, OWN) / _allowed(required, start, p))
            for p in runs[1:]
        ]

    slopes = bounded([floor, *seen], own)
    exponent = _local(required, seen) + slopes.tail
    outcome, why = _three_way(slopes, OWN, stopped)
    return Decision(
        outcome,
        Basis.OWN,
        slopes.tail,
        slopes.low,
        slopes.high,
        exponent,
        slopes.sizes,
        2**exponent,
        None,
        open=why,
    )


def _three_way(slopes: Slopes, rule: Rule, stopped: bool) -> tuple[Outcome, Open | None]:
    steep = rule.short if len(slopes.sizes) == 3 else rule.steep
    if slopes.low > rule.certain or (slopes.low > steep and slopes.whole > rule.whole):
        return Outcome.EXCEEDS, None
    # The whole ladder is steadier than its end; where both rise, it may decide.
    if slopes.whole_low > rule.steep and slopes.tail > rule.flat and slopes.low > rule.flat / 2:
        return Outcome.EXCEEDS, None
    if stopped:
        return Outcome.INCONCLUSIVE, Open.STOPPED
    # Only the last sizes rising may be a quadratic part that is just coming up.
    if slopes.last_low > rule.flat:
        return Outcome.INCONCLUSIVE, Open.RISING
    if slopes.tail > LEVEL * rule.flat:
        return Outcome.INCONCLUSIVE, Open.CLOSE
    if slopes.high < rule.flat and slopes.whole < rule.flat:
        return Outcome.WITHIN, None
    # A noisy end of a ladder that is flat as a whole.
    if slopes.whole_high < LEVEL * rule.flat and len(slopes.sizes) >= 5:
        return Outcome.WITHIN, None
    return Outcome.INCONCLUSIVE, Open.CLOSE


def _censored(points: Sequence[Point], runs: Sequence[Pair], required: Complexity, grain: float) -> Decision | None:
    """A limit stopped the submission at some size: its cost there is at least `bound`. The fixed cost is left in the
    size before, which makes the jump look smaller than it was."""
    stops = [point for point in points if point.role is Role.SUBMISSION and point.censored]
    if not stops or not runs:
        return None
    stop = min(stops, key=lambda point: point.size)
    before = [pair for pair in runs if pair.size < stop.size]
    if not before:
        return None
    last, bound = before[-1], max(stop.values)
    doublings = math.log2(stop.size / last.size)
    jump = math.log2(bound / max(min(last.submission), grain)) / doublings
    there = [min(p.values) for p in points if p.role is Role.REFERENCE and p.size == stop.size and not p.censored]
    first = min(before[0].reference)
    seen = min(last.reference) - first
    allowed = 0.0 if required.exponential else required.local_exponent(stop.size)
    if there and seen >= max(grain, VISIBLE * first):
        allowed = max(allowed, math.log2((there[0] - first) / seen) / doublings)
    elif required.exponential:
        return None
    if jump - allowed < (LEAP_STEEP if stop.size >= LEAP_GAP * last.size else CENSORED_EXCESS):
        return None
    return Decision(
        Outcome.EXCEEDS,
        Basis.CENSORED,
        jump - allowed,
        jump - allowed,
        None,
        None if required.exponential else jump,
        (last.size, stop.size),
        2**jump,
        2**allowed,
    )


def _over(values: tuple[float, ...], floor: tuple[float, ...], grain: float, rule: Rule) -> float:
    """Work over the fixed cost; what cannot be seen counts as the least that could, so no slope is made of noise."""
    return max(min(values) - min(floor), grain / 2, rule.visible / 2 * min(floor))


def _hidden(floor: Pair, seen: Sequence[Pair], rule: Rule, grain: float) -> bool:
    """Whether the submission's fixed cost could hide more work than the reference does: one that burns time first, or
    loads much, looks flat whatever it does then."""
    least = min(floor.submission)
    stands_out = sum(min(pair.submission) - least >= max(grain, rule.visible * least) for pair in seen)
    return stands_out < 3 and rule.visible / 2 * least > min(seen[-1].reference) - min(floor.reference)


def _allowed(required: Complexity, start: Pair, pair: Pair) -> float:
    """What the class allows over the smallest size, as costs are taken over it too; a constant one allows something."""

    def whole(size: int) -> float:
        return float(size**required.exponent * math.log(max(size, 3)) ** required.log_power)

    return max(whole(pair.size) - whole(start.size), whole(pair.size) / 4)


def _local(required: Complexity, seen: Sequence[Pair]) -> float:
    middle = math.sqrt(seen[max(0, len(seen) - 4)].size * seen[-1].size)
    return required.local_exponent(middle)
