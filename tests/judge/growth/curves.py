"""Made-up measurements: a cost, a fixed cost, and noise that only ever adds."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

from judge.report import Point, Role

Cost = Callable[[float], float]

COSTS: dict[str, Cost] = {
    "1": lambda n: 300.0,
    "log n": lambda n: 300 * math.log2(n),
    "√n": lambda n: 300 * n**0.5,
    "n": lambda n: 50 * n,
    "n log n": lambda n: 15 * n * math.log2(n),
    "n^1.5": lambda n: 20 * n**1.5,
    "n²": lambda n: 5 * n * n,
    "n and a hidden n²": lambda n: 50 * n + 0.02 * n * n,
    "2ⁿ": lambda n: 2.0 ** min(n, 200),
}


def measured(
    rng: random.Random,
    mine: Cost,
    other: Cost,
    *,
    fixed: tuple[float, float] = (4e5, 4e5),
    noise: float = 0.03,
    outliers: float = 0.1,
    runs: int = 5,
    share: float = 125e6,
    smallest: int = 500,
    largest: int = 10_000_000,
) -> list[Point]:
    """A ladder as the procedure climbs it: doubling until either costs its share; the first, and the last seven."""
    sizes, size = [], smallest
    while size <= largest:
        n = round(size * rng.uniform(0.97, 1.03))
        sizes.append((n, fixed[0] + mine(n), fixed[1] + other(n)))
        if max(sizes[-1][1:]) > share:
            break
        size *= 2

    def values(cost: float) -> list[int]:
        slow = (1 + rng.random() * 1.5 if rng.random() < outliers else 1.0 for _ in range(runs))
        return [int(cost * math.exp(abs(rng.gauss(0, noise))) * factor) for factor in slow]

    points = []
    for n, a, b in [*sizes[:1], *sizes[1:][-7:]]:
        points.append(Point(role=Role.REFERENCE, size=n, values=values(b)))
        points.append(Point(role=Role.SUBMISSION, size=n, values=values(a)))
    return points


def exact(mine: Cost, other: Cost, sizes: list[int]) -> list[Point]:
    """One exact value a size and role: counts."""
    return [
        Point(role=role, size=n, values=[max(0, round(cost(n)))])
        for n in sizes
        for role, cost in ((Role.REFERENCE, other), (Role.SUBMISSION, mine))
    ]
