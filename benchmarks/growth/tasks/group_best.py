"""Tables by key: the best of each group."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _few(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    return [rng.randrange(10) for _ in range(n)], [rng.random() for _ in range(n)]


def _many(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    return [rng.randrange(n // 3) for _ in range(n)], [rng.random() for _ in range(n)]


BEST = Task(
    "best-of-group",
    "best",
    "n log n",
    (Family("few_groups", _few, 1000, 500_000), Family("many_groups", _many, 1000, 500_000)),
    (
        right(
            "sort",
            "one sort, then one pass",
            """
            def best(keys, values):
                found = {}
                for k, v in sorted(zip(keys, values), key=lambda row: (row[0], -row[1])):
                    kept = found.setdefault(k, [])
                    if len(kept) < 3:
                        kept.append(v)
                return list(found.items())
            """,
        ),
        right(
            "heaps",
            "heaps of three: constant a row",
            """
            import heapq
            def best(keys, values):
                heaps = {}
                for k, v in zip(keys, values):
                    heap = heaps.setdefault(k, [])
                    if len(heap) < 3:
                        heapq.heappush(heap, v)
                    elif v > heap[0]:
                        heapq.heapreplace(heap, v)
                return [(k, sorted(heaps[k], reverse=True)) for k in sorted(heaps)]
            """,
            Kind.FAST,
        ),
        right(
            "pandas_head",
            "sorted in C, the first three of each group",
            """
            import pandas as pd
            def best(keys, values):
                frame = pd.DataFrame({"k": keys, "v": values}).sort_values(["k", "v"], ascending=[True, False])
                kept = frame.groupby("k", sort=False).head(3)
                found = {}
                for k, v in zip(kept["k"].tolist(), kept["v"].tolist()):
                    found.setdefault(k, []).append(v)
                return list(found.items())
            """,
        ),
        right(
            "decimals",
            "sorted as decimals: dearer by a factor",
            """
            from decimal import Decimal
            def best(keys, values):
                groups = {}
                for k, v in zip(keys, values):
                    groups.setdefault(k, []).append((Decimal(repr(v)), v))
                return [(k, [v for _, v in sorted(groups[k], reverse=True)[:3]]) for k in sorted(groups)]
            """,
            Kind.SLOW,
        ),
        worse(
            "filter_each",
            "all rows are read for every group",
            """
            def best(keys, values):
                rows = list(zip(keys, values))
                return [(k, sorted((v for g, v in rows if g == k), reverse=True)[:3]) for k in sorted(set(keys))]
            """,
            Kind.DIMENSION,
            blame="for g, v in rows if g == k",
        ),
        worse(
            "sort_each_time",
            "a group's list is sorted again for every row: n^2 / 10 where groups are few",
            """
            def best(keys, values):
                groups = {}
                for k, v in zip(keys, values):
                    group = groups.setdefault(k, [])
                    group.append(v)
                    group.sort(reverse=True)
                return [(k, groups[k][:3]) for k in sorted(groups)]
            """,
            Kind.FAMILY,
            blame="group.sort(reverse=True)",
        ),
        worse(
            "insort",
            "half a group is moved in C for every row",
            """
            from bisect import insort
            def best(keys, values):
                groups = {}
                for k, v in zip(keys, values):
                    insort(groups.setdefault(k, []), -v)
                return [(k, [-v for v in groups[k][:3]]) for k in sorted(groups)]
            """,
            Kind.HIDDEN,
            blame="insort(groups",
        ),
    ),
    runtime="python-data",
)


TASKS = (BEST,)
