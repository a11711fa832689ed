"""Does the submission's cost grow as it may? Decided from recorded points alone.

The statistic is the slope of the ratio submission / reference, both over what they cost at the smallest size: a fixed
cost (loading, imports) flattens every ratio, and differences take it out. Machine, caches and clock move both curves
alike, so the ratio of two right solutions stays flat where each of them alone seems to grow faster than it does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from judge.growth.beyond import beyond, split_leap
from judge.growth.complexity import Complexity
from judge.growth.decision import (
    CENSORED_EXCESS,
    GRAIN_NS,
    LEAP_GAP,
    LEAP_ROSE,
    LEVEL,
    OWN,
    TIME,
    Basis,
    Decision,
    Open,
    Rule,
)
from judge.growth.doubts import dear, hidden, uneven, unsteady
from judge.growth.slopes import Pair, Slopes, bounded, pairs, tail_of
from judge.growth.work import least_seen, over, ratio
from judge.report import Outcome, Point, Role


def decide(points: Sequence[Point], required: Complexity, rule: Rule = TIME, grain: float = GRAIN_NS) -> Decision:
    """Judge one family. INCONCLUSIVE means that these points do not tell; more runs or other means may.

    `grain`: the least cost over the smallest size that says anything, in the points' unit."""
    runs, far = split_leap(pairs(points))
    by_limit = _censored(points, runs, required, grain)
    if by_limit is not None:
        # A far size that was only to confirm what the ladder shows: the ladder says more of it.
        seen = _on_ladder(runs, required, rule, grain, stopped=False) if len(runs) >= 4 else by_limit
        far_off = by_limit.sizes[-1] >= LEAP_GAP * by_limit.sizes[0]
        return seen if far_off and seen.outcome is Outcome.EXCEEDS else by_limit
    stopped = any(point.censored for point in points if point.role is Role.SUBMISSION)
    if len(runs) < 4:
        return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, open=Open.STOPPED if stopped else Open.LITTLE)
    decision = _on_ladder(runs, required, rule, grain, stopped)
    if far is not None:
        decision = beyond(decision, runs, far, required, rule, grain)
    if decision.outcome is not Outcome.EXCEEDS:
        why = Open.UNEVEN if uneven(runs, rule, grain) else Open.UNSTEADY if unsteady(runs, grain) else None
        decision = decision if why is None else replace(decision, outcome=Outcome.INCONCLUSIVE, open=why)
    return decision


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
        if by_own.outcome is Outcome.WITHIN and dear(floor, runs[-1], rule, grain):
            by_own = replace(by_own, outcome=Outcome.INCONCLUSIVE, open=Open.DEAR)
        # Beside a ratio of three sizes it may only condemn: caches bend a single curve upwards.
        return by_own if by_ratio is None or by_own.outcome is Outcome.EXCEEDS else by_ratio
    if by_ratio is not None:
        return by_ratio
    if not submission and not reference and not stopped and required.exponent < 0.25:
        return Decision(Outcome.WITHIN, Basis.FLAT, 0.0, exponent=0.0, sizes=tuple(pair.size for pair in runs))
    return Decision(Outcome.INCONCLUSIVE, Basis.LITTLE, open=Open.STOPPED if stopped else Open.LITTLE)


def _visible(works: list[tuple[Pair, float]], floor: tuple[float, ...], grain: float, rule: Rule) -> list[Pair]:
    """The largest sizes, without a gap, at which work stands out from the fixed cost."""
    found: list[Pair] = []
    for pair, work in reversed(works):
        if work < least_seen(min(floor), grain, rule.visible):
            break
        found.append(pair)
    return found[::-1]


def _by_ratio(
    floor: Pair, seen: Sequence[Pair], required: Complexity, rule: Rule, grain: float, stopped: bool
) -> Decision:
    slopes = bounded([floor, *seen], lambda runs: [(pair.size, ratio(pair, runs[0], grain, rule)) for pair in runs[1:]])
    outcome, why = _three_way(slopes, rule, stopped)
    if outcome is Outcome.WITHIN and hidden(floor, seen, rule, grain):
        outcome, why = Outcome.INCONCLUSIVE, Open.FIXED
    elif outcome is Outcome.WITHIN and rule.dearest is not None and ratio(seen[-1], floor, grain, rule) > rule.dearest:
        outcome, why = Outcome.INCONCLUSIVE, Open.DEAR
    own = [(pair.size, over(pair.submission, floor.submission, grain, rule)) for pair in seen]
    other = [(pair.size, over(pair.reference, floor.reference, grain, rule)) for pair in seen]
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
        whole=slopes.whole,
    )


def _by_own(floor: Pair, seen: Sequence[Pair], required: Complexity, stopped: bool) -> Decision:
    def own(runs: Sequence[Pair]) -> list[tuple[int, float]]:
        start = runs[0]
        return [
            (p.size, over(p.submission, start.submission, GRAIN_NS, OWN) / _allowed(required, start, p))
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
        whole=slopes.whole,
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
    if there and seen >= least_seen(first, grain):
        allowed = max(allowed, math.log2((there[0] - first) / seen) / doublings)
    elif required.exponential:
        return None
    if jump - allowed < (LEAP_ROSE if stop.size >= LEAP_GAP * last.size else CENSORED_EXCESS):
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


def _allowed(required: Complexity, start: Pair, pair: Pair) -> float:
    """What the class allows over the smallest size, as costs are taken over it too; a constant one allows something."""

    def whole(size: int) -> float:
        return float(size**required.exponent * math.log(max(size, 3)) ** required.log_power)

    return max(whole(pair.size) - whole(start.size), whole(pair.size) / 4)


def _local(required: Complexity, seen: Sequence[Pair]) -> float:
    middle = math.sqrt(seen[max(0, len(seen) - 4)].size * seen[-1].size)
    return required.local_exponent(middle)
