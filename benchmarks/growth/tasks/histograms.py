"""Statistics of ranks: mean ranks, histograms."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _distinct(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(n * n) for _ in range(n)],)


def _ties(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(5) for _ in range(n)],)


def _ten_bins(n: int, rng: random.Random) -> tuple[list[float], list[float]]:
    return [rng.random() for _ in range(n)], [i / 10 for i in range(11)]


def _many_bins(n: int, rng: random.Random) -> tuple[list[float], list[float]]:
    return [rng.random() for _ in range(n)], [0.0, *sorted(rng.random() for _ in range(n // 4)), 1.0]


RANKS = Task(
    "mean-ranks",
    "ranks",
    "n log n",
    (Family("distinct", _distinct, 500, 400_000), Family("ties", _ties, 500, 400_000)),
    (
        right(
            "sort",
            "sorted, the mean of each run of ties",
            """
            def ranks(xs):
                order = sorted(range(len(xs)), key=xs.__getitem__)
                out, start = [0.0] * len(xs), 0
                while start < len(order):
                    end = start
                    while end < len(order) and xs[order[end]] == xs[order[start]]:
                        end += 1
                    for at in range(start, end):
                        out[order[at]] = (start + end + 1) / 2
                    start = end
                return out
            """,
        ),
        right(
            "pandas",
            "sorted in C",
            """
            import pandas as pd
            def ranks(xs):
                return pd.Series(xs).rank(method="average").tolist()
            """,
            Kind.FAST,
        ),
        right(
            "bisect",
            "both ends of the ties by halving",
            """
            from bisect import bisect_left, bisect_right
            def ranks(xs):
                ys = sorted(xs)
                return [(bisect_left(ys, x) + bisect_right(ys, x) + 1) / 2 for x in xs]
            """,
        ),
        right(
            "compared",
            "sorted by a comparison in Python",
            """
            from functools import cmp_to_key
            def ranks(xs):
                def compare(a, b):
                    return (a[0] > b[0]) - (a[0] < b[0])
                rows = sorted(((x, i) for i, x in enumerate(xs)), key=cmp_to_key(compare))
                first, last = {}, {}
                for place, (x, _) in enumerate(rows, 1):
                    first.setdefault(x, place)
                    last[x] = place
                return [(first[x] + last[x]) / 2 for x in xs]
            """,
            Kind.SLOW,
        ),
        worse(
            "list_index",
            "the place is looked for from the front of the sorted list",
            """
            def ranks(xs):
                ys = sorted(xs)
                return [ys.index(x) + (ys.count(x) + 1) / 2 for x in xs]
            """,
            Kind.HIDDEN,
            blame="ys.index(x)",
        ),
        worse(
            "walk_ties",
            "by halving to the first of the ties, then along them: n/5 steps where many tie",
            """
            from bisect import bisect_left
            def ranks(xs):
                ys, out = sorted(xs), []
                for x in xs:
                    start = end = bisect_left(ys, x)
                    while end < len(ys) and ys[end] == x:
                        end += 1
                    out.append((start + end + 1) / 2)
                return out
            """,
            Kind.FAMILY,
            blame="ys[end] == x",
        ),
        worse(
            "compare_all",
            "two comparisons with the whole column in C for every number",
            """
            import numpy as np
            def ranks(xs):
                column = np.array(xs)
                return [float((column < x).sum() + ((column == x).sum() + 1) / 2) for x in xs]
            """,
            Kind.HIDDEN,
            blame="(column < x).sum()",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)


HISTOGRAM = Task(
    "histogram",
    "histogram",
    "n log n",
    (Family("ten_bins", _ten_bins, 1000, 1_000_000), Family("many_bins", _many_bins, 1000, 1_000_000)),
    (
        right(
            "bisect",
            "a binary search in the edges for each number",
            """
            from bisect import bisect_right
            def histogram(xs, edges):
                out = [0] * (len(edges) - 1)
                for x in xs:
                    out[bisect_right(edges, x) - 1] += 1
                return out
            """,
        ),
        right(
            "numpy",
            "the same in C",
            """
            import numpy as np
            def histogram(xs, edges):
                at = np.searchsorted(np.array(edges), np.array(xs), "right") - 1
                return np.bincount(at, minlength=len(edges) - 1).tolist()
            """,
            Kind.FAST,
        ),
        right(
            "sort",
            "sorted numbers, one pointer through the edges",
            """
            def histogram(xs, edges):
                out, at = [0] * (len(edges) - 1), 0
                for x in sorted(xs):
                    while x >= edges[at + 1]:
                        at += 1
                    out[at] += 1
                return out
            """,
        ),
        right(
            "halving_decimals",
            "halving in Python, a comparison of decimals with floats at every step",
            """
            from decimal import Decimal
            def histogram(xs, edges):
                exact = [Decimal(edge) for edge in edges]
                out = [0] * (len(edges) - 1)
                for x in xs:
                    low, high = 0, len(exact) - 1
                    while high - low > 1:
                        middle = (low + high) // 2
                        if exact[middle] <= x:
                            low = middle
                        else:
                            high = middle
                    out[low] += 1
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "next_edge",
            "tries the edges from the left for each number; n/4 edges in one family",
            """
            def histogram(xs, edges):
                out = [0] * (len(edges) - 1)
                for x in xs:
                    for i, edge in enumerate(edges[1:]):
                        if x < edge:
                            out[i] += 1
                            break
                return out
            """,
            Kind.DIMENSION,
            blame="for i, edge in enumerate(edges[1:])",
        ),
        worse(
            "bin_masks",
            "all numbers are compared in C for every bin",
            """
            import numpy as np
            def histogram(xs, edges):
                column = np.array(xs)
                return [int(((a <= column) & (column < b)).sum()) for a, b in zip(edges, edges[1:])]
            """,
            Kind.HIDDEN,
            blame="(a <= column) & (column < b)",
        ),
    ),
    runtime="python-data",
)


TASKS = (RANKS, HISTOGRAM)
