"""Slopes on log-log scales: how a ratio of two costs moves when the size doubles.

All pure. A slope is in powers of n: 1.0 means that the ratio doubles when n does.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

from judge.report import Point, Role

RESAMPLES = 300
TAIL = 3  # slopes that the tail's median is over
WHOLE = 7  # sizes that the whole ladder's slope is over


@dataclass(frozen=True, slots=True)
class Pair:
    """What both roles cost at one size: one value a run, ascending."""

    size: int
    submission: tuple[float, ...]
    reference: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Slopes:
    """`tail`: median of the last three slopes, with the bounds of a 95 % bootstrap interval. `whole`: Theil and Sen's
    slope over all sizes given, at most the last seven. `last_low`: lower bound of the slope between the last two."""

    tail: float
    low: float
    high: float
    whole: float
    whole_low: float
    whole_high: float
    last_low: float
    sizes: tuple[int, ...]


def pairs(points: Sequence[Point]) -> list[Pair]:
    """The sizes at which both roles were measured without a limit stopping them, ascending."""
    of: dict[Role, dict[int, tuple[float, ...]]] = {Role.SUBMISSION: {}, Role.REFERENCE: {}}
    for point in points:
        if not point.censored and point.values:
            of[point.role][point.size] = tuple(sorted(point.values))
    submission, reference = of[Role.SUBMISSION], of[Role.REFERENCE]
    return [Pair(size, submission[size], reference[size]) for size in sorted(submission.keys() & reference.keys())]


def per_doubling(costs: Sequence[tuple[int, float]]) -> list[float]:
    """Slopes between neighbouring sizes of (size, cost); costs must be positive."""
    return [(math.log2(b[1]) - math.log2(a[1])) / (math.log2(b[0]) - math.log2(a[0])) for a, b in pairwise(costs)]


def theil_sen(costs: Sequence[tuple[int, float]]) -> float:
    """The median of the slopes between all pairs (Theil 1950, Sen 1968): one wild point does not move it."""
    logs = [(math.log2(size), math.log2(cost)) for size, cost in costs]
    return median((b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(logs, 2))


def tail_of(costs: Sequence[tuple[int, float]]) -> float:
    """The median of the last three slopes; with only three sizes, of all pairs, which is steadier than a mean."""
    return theil_sen(costs) if len(costs) == TAIL else median(per_doubling(costs[-TAIL - 1 :]))


def bounded(runs: Sequence[Pair], ratio: Callable[[Sequence[Pair]], list[tuple[int, float]]]) -> Slopes:
    """Slopes of `ratio` (made anew for each resampling of the runs of each size and role). Deterministic."""
    costs = ratio(runs)
    rng = random.Random(len(runs))
    again = [ratio([_again(pair, rng) for pair in runs]) for _ in range(RESAMPLES)]
    tails = sorted(tail_of(one) for one in again)
    wholes = sorted(theil_sen(one[-WHOLE:]) for one in again)
    lasts = sorted(per_doubling(one[-2:])[0] for one in again)
    tail, whole = tail_of(costs), theil_sen(costs[-WHOLE:])
    cut = RESAMPLES // 40
    return Slopes(
        tail=tail,
        low=min(tail, tails[cut]),
        high=max(tail, tails[-1 - cut]),
        whole=whole,
        whole_low=min(whole, wholes[cut]),
        whole_high=max(whole, wholes[-1 - cut]),
        last_low=lasts[cut],
        sizes=tuple(size for size, _ in costs),
    )


def _again(pair: Pair, rng: random.Random) -> Pair:
    """The runs drawn again with replacement; since only the least of them counts, only that is drawn: of m sorted
    values the least of m draws has a rank of k or more with probability ((m - k) / m)^m."""

    def least(values: tuple[float, ...]) -> tuple[float, ...]:
        many = len(values)
        return (values[min(many - 1, int(many * (1 - rng.random() ** (1 / many))))],)

    return Pair(pair.size, least(pair.submission), least(pair.reference))
