"""Statistics of a stream: running medians."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _values(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


MEDIANS = Task(
    "running-medians",
    "medians",
    "n log n",
    (Family("random", _values, 250, 1_000_000),),
    (
        right(
            "two_heaps",
            "a few heap moves an element",
            """
            from heapq import heappush, heappushpop
            def medians(xs):
                low, high, out = [], [], []
                for x in xs:
                    if len(low) == len(high):
                        heappush(low, -heappushpop(high, x))
                    else:
                        heappush(high, -heappushpop(low, -x))
                    out.append(-low[0])
                return out
            """,
        ),
        right(
            "delete_backwards",
            "sorted once; elements are unlinked from the last to the first, two steps each",
            """
            def medians(xs):
                n = len(xs)
                order = sorted(range(n), key=lambda i: xs[i])
                before, after = [-1] * n, [n] * n
                for a, b in zip(order, order[1:]):
                    before[b], after[a] = a, b
                place = {i: at for at, i in enumerate(order)}
                middle, out = order[(n - 1) // 2], [0] * n
                for i in range(n - 1, -1, -1):
                    out[i] = xs[middle]
                    kept, here, there = middle, place[i], place[middle]
                    if i % 2:  # i + 1 elements are an even number: the middle may move up
                        if here <= there:
                            middle = after[kept]
                    elif here >= there:
                        middle = before[kept]
                    a, b = before[i], after[i]
                    if a >= 0:
                        after[a] = b
                    if b < n:
                        before[b] = a
                return out
            """,
        ),
        right(
            "fenwick",
            "log n steps down a tree of ranks",
            """
            def medians(xs):
                values = sorted(set(xs))
                rank = {v: i + 1 for i, v in enumerate(values)}
                size = 1 << len(values).bit_length()
                tree, out = [0] * (size + 1), []
                for seen, x in enumerate(xs):
                    at = rank[x]
                    while at <= size:
                        tree[at] += 1
                        at += at & -at
                    left, at, step = seen // 2 + 1, 0, size
                    while step:
                        if at + step <= size and tree[at + step] < left:
                            at += step
                            left -= tree[at]
                        step >>= 1
                    out.append(values[at])
                return out
            """,
            Kind.SLOW,
        ),
        right(
            "two_heaps_of_fractions",
            "the same heaps, but each comparison is of fractions",
            """
            from fractions import Fraction
            from heapq import heappush, heappushpop
            def medians(xs):
                low, high, out = [], [], []
                for x in map(Fraction, xs):
                    if len(low) == len(high):
                        heappush(low, -heappushpop(high, x))
                    else:
                        heappush(high, -heappushpop(low, -x))
                    out.append(int(-low[0]))
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "insort",
            "half of a sorted list is moved in C for every element",
            """
            from bisect import insort
            def medians(xs):
                seen, out = [], []
                for x in xs:
                    insort(seen, x)
                    out.append(seen[(len(seen) - 1) // 2])
                return out
            """,
            Kind.HIDDEN,
            blame="insort(seen, x)",
        ),
        worse(
            "sort_again",
            "a nearly sorted list is sorted for every element: n comparisons each",
            """
            def medians(xs):
                seen, out = [], []
                for x in xs:
                    seen.append(x)
                    seen.sort()
                    out.append(seen[(len(seen) - 1) // 2])
                return out
            """,
            Kind.HIDDEN,
            blame="seen.sort()",
        ),
        worse(
            "buckets",
            "sqrt(n) buckets of values: as many counts are added up for every element",
            """
            def medians(xs):
                order = sorted(range(len(xs)), key=lambda i: xs[i])
                rank = [0] * len(xs)
                for at, i in enumerate(order):
                    rank[i] = at
                width = int(len(xs) ** 0.5) + 1
                counts, there, out = [0] * (width + 1), [0] * len(xs), []
                for i, at in enumerate(rank):
                    counts[at // width] += 1
                    there[at] = 1
                    left, bucket = i // 2 + 1, 0
                    while counts[bucket] < left:
                        left -= counts[bucket]
                        bucket += 1
                    at = bucket * width - 1
                    while left:
                        at += 1
                        left -= there[at]
                    out.append(xs[order[at]])
                return out
            """,
            Kind.ROOT,
            blame="left -= there[at]",
        ),
        worse(
            "partition",
            "numpy partitions all earlier values for every element",
            """
            import numpy as np
            def medians(xs):
                column = np.array(xs)
                return [int(np.partition(column[: i + 1], i // 2)[i // 2]) for i in range(len(xs))]
            """,
            Kind.HIDDEN,
            blame="np.partition(column[: i + 1], i // 2)",
        ),
    ),
    runtime="python-data",
)


TASKS = (MEDIANS,)
