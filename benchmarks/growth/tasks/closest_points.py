"""Points in the plane: the nearest two."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Points = list[tuple[int, int]]


def _scattered(n: int, rng: random.Random) -> tuple[Points]:
    return ([(rng.randrange(1 << 30), rng.randrange(1 << 30)) for _ in range(n)],)


def _wall(n: int, rng: random.Random) -> tuple[Points]:
    """All in a narrow strip: their first coordinates hardly differ."""
    return ([(rng.randrange(4), y) for y in rng.sample(range(1 << 31), n)],)


CLOSEST = Task(
    "closest-points",
    "closest",
    "n log n",
    (Family("scattered", _scattered, 60, 64_000), Family("wall", _wall, 60, 64_000)),
    (
        right(
            "halves",
            "halves by x, merged by y: at most seven neighbours a point",
            """
            def closest(points):
                ordered = sorted(points)
                best = [1 << 70]
                def solve(low, high):
                    if high - low == 1:
                        return [ordered[low]]
                    middle = (low + high) // 2
                    wall = ordered[middle][0]
                    left, right = solve(low, middle), solve(middle, high)
                    merged, i, j = [], 0, 0
                    while i < len(left) and j < len(right):
                        if left[i][1] <= right[j][1]:
                            merged.append(left[i])
                            i += 1
                        else:
                            merged.append(right[j])
                            j += 1
                    merged += left[i:]
                    merged += right[j:]
                    strip = []
                    for x, y in merged:
                        if (x - wall) ** 2 >= best[0]:
                            continue
                        for px, py in reversed(strip):
                            if (y - py) ** 2 >= best[0]:
                                break
                            best[0] = min(best[0], (x - px) ** 2 + (y - py) ** 2)
                        strip.append((x, y))
                    return merged
                solve(0, len(ordered))
                return best[0]
            """,
        ),
        right(
            "grid",
            "cells as wide as the nearest pair so far, made anew when that shrinks: linear on average in any order",
            """
            import math, random
            def closest(points):
                points = list(points)
                random.shuffle(points)
                def distance(a, b):
                    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
                best = distance(points[0], points[1])
                def lay(count):
                    side = math.isqrt(best) + 1
                    cells = {}
                    for x, y in points[:count]:
                        cells.setdefault((x // side, y // side), []).append((x, y))
                    return side, cells
                side, cells = lay(2)
                for i in range(2, len(points)):
                    if best == 0:
                        return 0
                    x, y = points[i]
                    cx, cy = x // side, y // side
                    nearest = best
                    for a in (cx - 1, cx, cx + 1):
                        for b in (cy - 1, cy, cy + 1):
                            for other in cells.get((a, b), ()):
                                nearest = min(nearest, distance(points[i], other))
                    if nearest < best:
                        best = nearest
                        side, cells = lay(i + 1)
                    else:
                        cells.setdefault((cx, cy), []).append((x, y))
                return best
            """,
        ),
        right(
            "fractions",
            "halves again, in exact fractions: dearer by a factor",
            """
            from fractions import Fraction
            from heapq import merge
            def closest(points):
                ordered = sorted((Fraction(x), Fraction(y)) for x, y in points)
                best = [Fraction(1 << 70)]
                def solve(low, high):
                    if high - low == 1:
                        return [ordered[low]]
                    middle = (low + high) // 2
                    wall = ordered[middle][0]
                    both = list(merge(solve(low, middle), solve(middle, high), key=lambda point: point[1]))
                    strip = []
                    for x, y in both:
                        if (x - wall) ** 2 >= best[0]:
                            continue
                        for px, py in reversed(strip):
                            if (y - py) ** 2 >= best[0]:
                                break
                            best[0] = min(best[0], (x - px) ** 2 + (y - py) ** 2)
                        strip.append((x, y))
                    return both
                solve(0, len(ordered))
                return int(best[0])
            """,
            Kind.SLOW,
        ),
        near(
            "sorts_the_strip",
            "every strip is sorted anew: a logarithm more",
            """
            def closest(points):
                ordered = sorted(points)
                best = [1 << 70]
                def solve(low, high):
                    if high - low < 2:
                        return
                    middle = (low + high) // 2
                    wall = ordered[middle][0]
                    solve(low, middle)
                    solve(middle, high)
                    strip = sorted((y, x) for x, y in ordered[low:high] if (x - wall) ** 2 < best[0])
                    for i, (y, x) in enumerate(strip):
                        for j in range(i + 1, len(strip)):
                            py, px = strip[j]
                            if (py - y) ** 2 >= best[0]:
                                break
                            best[0] = min(best[0], (x - px) ** 2 + (y - py) ** 2)
                solve(0, len(ordered))
                return best[0]
            """,
        ),
        worse(
            "sweep",
            "by x, until that alone is too far: few where points are scattered, all in the wall",
            """
            def closest(points):
                ordered, best = sorted(points), 1 << 70
                for i, (x, y) in enumerate(ordered):
                    for j in range(i - 1, -1, -1):
                        px, py = ordered[j]
                        if (x - px) ** 2 >= best:
                            break
                        best = min(best, (x - px) ** 2 + (y - py) ** 2)
                return best
            """,
            Kind.EARLY,
            blame="best = min(best",
        ),
        worse(
            "pairs",
            "all pairs",
            """
            from itertools import combinations
            def closest(points):
                return min((a - c) ** 2 + (b - d) ** 2 for (a, b), (c, d) in combinations(points, 2))
            """,
            blame="combinations(points, 2)",
        ),
        worse(
            "numpy_rows",
            "numpy holds each against all before it",
            """
            import numpy as np
            def closest(points):
                xs, ys = np.array(points, dtype=np.int64).T.copy()
                best = 1 << 62
                for i in range(1, len(xs)):
                    best = min(best, int(((xs[:i] - xs[i]) ** 2 + (ys[:i] - ys[i]) ** 2).min()))
                return best
            """,
            Kind.HIDDEN,
            blame="xs[:i] - xs[i]",
        ),
    ),
)


TASKS = (CLOSEST,)
