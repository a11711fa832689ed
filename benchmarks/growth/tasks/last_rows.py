"""The last row of each key, also where the keys' hashes collide."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse

M61 = 2**61 - 1  # CPython's integer hashes are remainders of this


def _keyed(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    return ([(rng.randrange(n // 2), i) for i in range(n)],)


def _multiples(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    return ([(rng.randrange(n // 2) * M61, i) for i in range(n)],)


LAST_ROWS = Task(
    "last-rows",
    "last",
    "n log n",
    (Family("random", _keyed, 500, 400_000), Family("multiples", _multiples, 500, 400_000)),
    (
        right(
            "sort",
            "sorted by key, the last of each run kept",
            """
            def last(rows):
                rows = sorted(rows)
                return [row for row, after in zip(rows, rows[1:] + [(None, 0)]) if row[0] != after[0]]
            """,
        ),
        right(
            "groupby",
            "the same with itertools",
            """
            from itertools import groupby
            from operator import itemgetter
            def last(rows):
                out = []
                for _, group in groupby(sorted(rows), key=itemgetter(0)):
                    *_, row = group
                    out.append(row)
                return out
            """,
        ),
        right(
            "text_keys",
            "a dict by the decimal digits, whose hashes are random",
            """
            def last(rows):
                found = {}
                for row in rows:
                    found[str(row[0])] = row
                return sorted(found.values())
            """,
        ),
        right(
            "decimals",
            "a comparison of decimals each",
            """
            from decimal import Decimal
            def last(rows):
                out = []
                for row in sorted(rows, key=lambda row: (Decimal(row[0]), Decimal(row[1]))):
                    if out and Decimal(out[-1][0]) == Decimal(row[0]):
                        out.pop()
                    out.append(row)
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "dict",
            "all multiples of 2^61 - 1 hash to 0: n/2 keys are compared a lookup",
            """
            def last(rows):
                found = {}
                for k, i in rows:
                    found[k] = i
                return sorted(found.items())
            """,
            Kind.COLLISION,
            blame="found[k] = i",
        ),
        worse(
            "seen_set",
            "the same in a set, from the end",
            """
            def last(rows):
                seen, out = set(), []
                for row in reversed(rows):
                    if row[0] in seen:
                        continue
                    seen.add(row[0])
                    out.append(row)
                return sorted(out)
            """,
            Kind.COLLISION,
            blame="row[0] in seen",
        ),
        worse(
            "later_slice",
            "the keys that follow are searched for every row",
            """
            def last(rows):
                keys = [k for k, _ in rows]
                return sorted(row for i, row in enumerate(rows) if row[0] not in keys[i + 1 :])
            """,
            Kind.HIDDEN,
            blame="not in keys[i + 1 :]",
        ),
    ),
)


TASKS = (LAST_ROWS,)
