"""Points in the plane: the hull around all."""

from __future__ import annotations

import math
import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse

Points = list[tuple[int, int]]


def _disc(n: int, rng: random.Random) -> tuple[Points]:
    """Few of them on the hull."""
    found = []
    for _ in range(n):
        turn, far = rng.random() * math.tau, math.sqrt(rng.random()) * (1 << 29)
        found.append((round(far * math.cos(turn)), round(far * math.sin(turn))))
    return (found,)


def _ring(n: int, rng: random.Random) -> tuple[Points]:
    """All of them on the hull, so far from one another that rounding keeps them there."""
    start, radius = rng.random(), float(1 << 44)
    turns = [(i + start) * math.tau / n for i in range(n)]
    rng.shuffle(turns)
    return ([(round(radius * math.cos(turn)), round(radius * math.sin(turn))) for turn in turns],)


HULL = Task(
    "hull",
    "hull_size",
    "n log n",
    (Family("disc", _disc, 125, 128_000), Family("ring", _ring, 125, 128_000)),
    (
        right(
            "chains",
            "one sort, an upper and a lower chain",
            """
            def hull_size(points):
                ordered, size = sorted(set(points)), 0
                for run in (ordered, ordered[::-1]):
                    chain = []
                    for x, y in run:
                        while len(chain) > 1:
                            (ax, ay), (bx, by) = chain[-2], chain[-1]
                            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                                break
                            chain.pop()
                        chain.append((x, y))
                    size += len(chain) - 1
                return size
            """,
        ),
        right(
            "quick_reject",
            "points inside a quadrilateral of extremes go first: fewer to sort in the disc, all in the ring",
            """
            def hull_size(points):
                high, low = max(points, key=lambda p: p[0] + p[1]), min(points, key=lambda p: p[0] + p[1])
                east, west = max(points, key=lambda p: p[0] - p[1]), min(points, key=lambda p: p[0] - p[1])
                x0, x1 = max(low[0], west[0]), min(high[0], east[0])
                y0, y1 = max(low[1], east[1]), min(high[1], west[1])
                kept = [(x, y) for x, y in points if not (x0 < x < x1 and y0 < y < y1)]
                ordered, size = sorted(set(kept)), 0
                for run in (ordered, ordered[::-1]):
                    chain = []
                    for p in run:
                        while len(chain) > 1 and turn(chain[-2], chain[-1], p) <= 0:
                            chain.pop()
                        chain.append(p)
                    size += len(chain) - 1
                return size
            def turn(a, b, c):
                return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
            """,
        ),
        right(
            "vectors",
            "vectors as objects with exact fractions: dearer by a factor",
            """
            from fractions import Fraction
            class Vector:
                def __init__(self, x, y):
                    self.x, self.y = Fraction(x), Fraction(y)
                def __sub__(self, other):
                    return Vector(self.x - other.x, self.y - other.y)
                def cross(self, other):
                    return self.x * other.y - self.y * other.x
            def hull_size(points):
                ordered, size = [Vector(x, y) for x, y in sorted(set(points))], 0
                for run in (ordered, ordered[::-1]):
                    chain = []
                    for p in run:
                        while len(chain) > 1 and (chain[-1] - chain[-2]).cross(p - chain[-2]) <= 0:
                            chain.pop()
                        chain.append(p)
                    size += len(chain) - 1
                return size
            """,
            Kind.SLOW,
        ),
        worse(
            "gift_wrap",
            "all points are looked at for each one of the hull: some thirty in the disc, n in the ring",
            """
            def hull_size(points):
                start = at = min(points)
                size = 0
                while True:
                    ax, ay = at
                    best = None
                    for x, y in points:
                        if (x, y) == at:
                            continue
                        if best is None:
                            best = (x, y)
                            continue
                        side = (best[0] - ax) * (y - ay) - (best[1] - ay) * (x - ax)
                        if side < 0 or (
                            side == 0 and abs(x - ax) + abs(y - ay) > abs(best[0] - ax) + abs(best[1] - ay)
                        ):
                            best = (x, y)
                    at = best
                    size += 1
                    if at == start:
                        return size
            """,
            Kind.FAMILY,
            blame="side = ",
        ),
        worse(
            "copied_chain",
            "the chain is copied for each step, in C: long in the ring",
            """
            def hull_size(points):
                ordered, size = sorted(set(points)), 0
                for run in (ordered, ordered[::-1]):
                    chain = []
                    for x, y in run:
                        while len(chain) > 1:
                            (ax, ay), (bx, by) = chain[-2], chain[-1]
                            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                                break
                            chain = chain[:-1]
                        chain = chain + [(x, y)]
                    size += len(chain) - 1
                return size
            """,
            Kind.HIDDEN,
            blame="chain = chain + ",
        ),
        worse(
            "next_least",
            "the least of those left is looked for each time instead of a sort, in C",
            """
            def hull_size(points):
                left, ordered = list(set(points)), []
                while left:
                    least = min(left)
                    left.remove(least)
                    ordered.append(least)
                size = 0
                for run in (ordered, ordered[::-1]):
                    chain = []
                    for x, y in run:
                        while len(chain) > 1:
                            (ax, ay), (bx, by) = chain[-2], chain[-1]
                            if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                                break
                            chain.pop()
                        chain.append((x, y))
                    size += len(chain) - 1
                return size
            """,
            blame="min(left)",
        ),
    ),
)

TASKS = (HULL,)
