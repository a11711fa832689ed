"""Sorting."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, right, worse


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


def _descending(n: int, rng: random.Random) -> tuple[list[int]]:
    return (sorted((rng.randrange(10 * n) for _ in range(n)), reverse=True),)


SORT = Task(
    "sort",
    "order",
    "n log n",
    (Family("random", _numbers, 64, 200_000), Family("descending", _descending, 64, 200_000)),
    (
        right(
            "merge",
            "log n levels of merging, n steps each",
            """
            def order(xs):
                if len(xs) < 2:
                    return list(xs)
                a, b = order(xs[: len(xs) // 2]), order(xs[len(xs) // 2 :])
                out, i, j = [], 0, 0
                while i < len(a) and j < len(b):
                    if a[i] <= b[j]:
                        out.append(a[i]); i += 1
                    else:
                        out.append(b[j]); j += 1
                return out + a[i:] + b[j:]
            """,
        ),
        right(
            "builtin",
            "sorted is a merge sort in C",
            """
            def order(xs):
                return sorted(xs)
            """,
        ),
        right(
            "heap",
            "n pushes and pops of log n each",
            """
            import heapq
            def order(xs):
                heap = []
                for x in xs:
                    heapq.heappush(heap, x)
                return [heapq.heappop(heap) for _ in xs]
            """,
        ),
        right(
            "merge_decimal",
            "merging again, each comparison some twenty times dearer",
            """
            from fractions import Fraction
            def order(xs):
                return [int(f) for f in merge([Fraction(x, 1) for x in xs])]
            def merge(xs):
                if len(xs) < 2:
                    return xs
                a, b = merge(xs[: len(xs) // 2]), merge(xs[len(xs) // 2 :])
                out, i, j = [], 0, 0
                while i < len(a) and j < len(b):
                    if a[i] <= b[j]:
                        out.append(a[i]); i += 1
                    else:
                        out.append(b[j]); j += 1
                return out + a[i:] + b[j:]
            """,
        ),
        worse(
            "insertion",
            "each element moves past half of those before it",
            """
            def order(xs):
                out = []
                for x in xs:
                    i = len(out)
                    out.append(x)
                    while i and out[i - 1] > x:
                        out[i] = out[i - 1]; i -= 1
                    out[i] = x
                return out
            """,
        ),
        worse(
            "selection",
            "min and remove scan the rest for every element",
            """
            def order(xs):
                xs, out = list(xs), []
                while xs:
                    x = min(xs)
                    xs.remove(x)
                    out.append(x)
                return out
            """,
        ),
        worse(
            "bubble",
            "n passes over n elements",
            """
            def order(xs):
                xs = list(xs)
                for i in range(len(xs)):
                    for j in range(len(xs) - 1 - i):
                        if xs[j] > xs[j + 1]:
                            xs[j], xs[j + 1] = xs[j + 1], xs[j]
                return xs
            """,
        ),
        worse(
            "blocks",
            "min over sqrt(n) block heads for each of n elements",
            """
            def order(xs):
                step = max(1, int(len(xs) ** 0.5))
                blocks = [sorted(xs[i : i + step], reverse=True) for i in range(0, len(xs), step)]
                out = []
                while blocks:
                    best = 0
                    for i in range(len(blocks)):
                        if blocks[i][-1] < blocks[best][-1]:
                            best = i
                    out.append(blocks[best].pop())
                    if not blocks[best]:
                        del blocks[best]
                return out
            """,
        ),
    ),
)

TASKS = (SORT,)
