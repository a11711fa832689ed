"""Two tables as one: inner join, as-of join."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _tables(n: int, rng: random.Random) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    names = rng.sample(range(4 * n), n)
    left = [(rng.choice(names) if rng.random() < 0.8 else -rng.randrange(1, n), i) for i in range(n)]
    return left, [(k, rng.randrange(1000)) for k in names]


def _spread(n: int, rng: random.Random) -> tuple[list[int], list[int], list[int]]:
    trades = sorted(rng.randrange(10 * n) for _ in range(n))
    return trades, sorted(rng.randrange(10 * n) for _ in range(n)), [rng.randrange(1000) for _ in range(n)]


def _bunched(n: int, rng: random.Random) -> tuple[list[int], list[int], list[int]]:
    """The first half of the trades comes before nearly all quotes, the second after all."""
    early, late = (sorted(at + rng.randrange(n) for _ in range(n // 2)) for at in (0, 20 * n))
    quotes = [0, *sorted(10 * n + rng.randrange(n) for _ in range(n - 1))]
    return early + late, quotes, [rng.randrange(1000) for _ in range(n)]


MERGE = Task(
    "merge-tables",
    "merge",
    "n",
    (Family("random", _tables, 500, 500_000),),
    (
        right(
            "dict",
            "one lookup a row of the left table",
            """
            def merge(left, right):
                found = dict(right)
                return [(k, a, found[k]) for k, a in left if k in found]
            """,
        ),
        right(
            "pandas",
            "a hash join in C, in the left table's order",
            """
            import pandas as pd
            def merge(left, right):
                a = pd.DataFrame(left, columns=["k", "a"])
                both = a.merge(pd.DataFrame(right, columns=["k", "b"]), on="k", how="inner")
                return list(zip(both["k"].tolist(), both["a"].tolist(), both["b"].tolist()))
            """,
        ),
        right(
            "objects",
            "an object a row, hashed by its key: dearer by a factor",
            """
            class Row:
                def __init__(self, key, value):
                    self.key, self.value = key, value
                def __hash__(self):
                    return hash(("row", self.key))
                def __eq__(self, other):
                    return isinstance(other, Row) and self.key == other.key
            def merge(left, right):
                found = {}
                for k, b in right:
                    row = Row(k, b)
                    found[row] = row
                out = []
                for k, a in left:
                    row = found.get(Row(k, a))
                    if row is not None:
                        out.append((k, a, row.value))
                return out
            """,
            Kind.SLOW,
        ),
        near(
            "searchsorted",
            "sorts the right table and searches it in halves",
            """
            import numpy as np
            def merge(left, right):
                keys, values = np.array(right).T
                order = np.argsort(keys)
                keys, values = keys[order], values[order]
                k, a = np.array(left).T
                at = np.minimum(np.searchsorted(keys, k), len(keys) - 1)
                hit = keys[at] == k
                return list(zip(k[hit].tolist(), a[hit].tolist(), values[at[hit]].tolist()))
            """,
        ),
        worse(
            "nested",
            "the right table is read for every row of the left",
            """
            def merge(left, right):
                out = []
                for k, a in left:
                    for other, b in right:
                        if other == k:
                            out.append((k, a, b))
                            break
                return out
            """,
            blame="if other == k",
        ),
        worse(
            "select_rows",
            "a comparison of the whole column in C for every row",
            """
            import numpy as np
            def merge(left, right):
                table = np.array(right)
                out = []
                for k, a in left:
                    hits = table[table[:, 0] == k]
                    if len(hits):
                        out.append((k, a, int(hits[0, 1])))
                return out
            """,
            Kind.HIDDEN,
            blame="table[table[:, 0] == k]",
        ),
        worse(
            "poor_hash",
            "keys hash to 64 values, so each lookup compares n/64 keys",
            """
            class Key:
                __slots__ = ("number",)
                def __init__(self, number):
                    self.number = number
                def __hash__(self):
                    return self.number & 63
                def __eq__(self, other):
                    return self.number == other.number
            def merge(left, right):
                found = {}
                for k, b in right:
                    found[Key(k)] = b
                out = []
                for k, a in left:
                    b = found.get(Key(k))
                    if b is not None:
                        out.append((k, a, b))
                return out
            """,
            Kind.COLLISION,
            blame="self.number == other.number",
        ),
    ),
    runtime="python-data",
)


AS_OF = Task(
    "as-of-join",
    "prices",
    "n",
    (Family("spread", _spread, 500, 500_000), Family("bunched", _bunched, 500, 500_000)),
    (
        right(
            "pointer",
            "the pointer moves n times in all",
            """
            def prices(trades, times, quotes):
                at, out = -1, []
                for t in trades:
                    while at + 1 < len(times) and times[at + 1] <= t:
                        at += 1
                    out.append(quotes[at] if at >= 0 else None)
                return out
            """,
        ),
        right(
            "merge_asof",
            "pandas walks both tables once, in C",
            """
            import pandas as pd
            def prices(trades, times, quotes):
                a, b = pd.DataFrame({"t": trades}), pd.DataFrame({"t": times, "q": quotes})
                found = pd.merge_asof(a, b, on="t")["q"].tolist()
                return [None if q != q else int(q) for q in found]
            """,
        ),
        right(
            "events",
            "one merged stream of dated events: dearer by a factor",
            """
            from datetime import datetime, timedelta
            from heapq import merge
            def prices(trades, times, quotes):
                begin = datetime(2024, 1, 1)
                asked = ((begin + timedelta(seconds=t), 1, None) for t in trades)
                told = ((begin + timedelta(seconds=t), 0, q) for t, q in zip(times, quotes))
                last, out = None, []
                for when, kind, q in merge(asked, told, key=lambda event: event[:2]):
                    if kind:
                        out.append(last)
                    else:
                        last = q
                return out
            """,
            Kind.SLOW,
        ),
        near(
            "bisect",
            "a binary search for each trade",
            """
            from bisect import bisect_right
            def prices(trades, times, quotes):
                out = []
                for t in trades:
                    at = bisect_right(times, t)
                    out.append(quotes[at - 1] if at else None)
                return out
            """,
        ),
        worse(
            "from_start",
            "reads the quotes from the first for every trade",
            """
            def prices(trades, times, quotes):
                out = []
                for t in trades:
                    last = None
                    for when, q in zip(times, quotes):
                        if when > t:
                            break
                        last = q
                    out.append(last)
                return out
            """,
            Kind.EARLY,
            blame="for when, q in zip(times, quotes)",
        ),
        worse(
            "strides",
            "strides of sqrt(n), then single steps, for every trade",
            """
            def prices(trades, times, quotes):
                stride = max(1, int(len(times) ** 0.5))
                heads = times[::stride]
                out = []
                for t in trades:
                    block = 0
                    while block < len(heads) and heads[block] <= t:
                        block += 1
                    at = max(0, block - 1) * stride
                    while at < len(times) and times[at] <= t:
                        at += 1
                    out.append(quotes[at - 1] if at else None)
                return out
            """,
            Kind.ROOT,
            blame="heads[block] <= t",
        ),
        worse(
            "guess",
            "walks from the place that an even rate would give: n/2 steps where the quotes are bunched",
            """
            def prices(trades, times, quotes):
                out = []
                for i, t in enumerate(trades):
                    at = min(i, len(times) - 1)
                    while at >= 0 and times[at] > t:
                        at -= 1
                    while at + 1 < len(times) and times[at + 1] <= t:
                        at += 1
                    out.append(quotes[at] if at >= 0 else None)
                return out
            """,
            Kind.FAMILY,
            blame="times[at",
        ),
        worse(
            "count_before",
            "numpy counts the earlier quotes anew for every trade",
            """
            import numpy as np
            def prices(trades, times, quotes):
                clock = np.array(times)
                before = [int(np.count_nonzero(clock <= t)) for t in trades]
                return [quotes[n - 1] if n else None for n in before]
            """,
            Kind.HIDDEN,
            blame="np.count_nonzero(clock <= t)",
        ),
    ),
    runtime="python-data",
)


TASKS = (MERGE, AS_OF)
