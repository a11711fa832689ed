"""Lists: sorting, duplicates, sums, reversing."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


def _distinct(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


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

DUPLICATE = Task(
    "has-duplicate",
    "has_duplicate",
    "n",
    (Family("distinct", _distinct, 250, 400_000),),
    (
        right(
            "set",
            "one set lookup an element",
            """
            def has_duplicate(xs):
                seen = set()
                for x in xs:
                    if x in seen:
                        return True
                    seen.add(x)
                return False
            """,
        ),
        right(
            "len_set",
            "one pass in C",
            """
            def has_duplicate(xs):
                return len(set(xs)) < len(xs)
            """,
        ),
        right(
            "strings",
            "the same through text keys in nested dicts of fixed depth, some ten times dearer",
            """
            def has_duplicate(xs):
                root = {}
                for x in xs:
                    node = root
                    for c in f"{x:012d}":
                        node = node.setdefault(c, {})
                    if "end" in node:
                        return True
                    node["end"] = {}
                return False
            """,
        ),
        near(
            "sorted",
            "sorting costs a logarithm more",
            """
            def has_duplicate(xs):
                xs = sorted(xs)
                return any(a == b for a, b in zip(xs, xs[1:]))
            """,
        ),
        worse(
            "list",
            "a scan in C of all seen before",
            """
            def has_duplicate(xs):
                seen = []
                for x in xs:
                    if x in seen:
                        return True
                    seen.append(x)
                return False
            """,
        ),
        worse(
            "pairs",
            "all pairs",
            """
            def has_duplicate(xs):
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[i] == xs[j]:
                            return True
                return False
            """,
        ),
        worse(
            "slices",
            "a copy of the rest and a scan of it for every element, both in C",
            """
            def has_duplicate(xs):
                for i in range(len(xs)):
                    if xs[i] in xs[i + 1 :]:
                        return True
                return False
            """,
        ),
        worse(
            "bisect",
            "insort moves half of the list in C for every element",
            """
            from bisect import bisect_left, insort
            def has_duplicate(xs):
                seen = []
                for x in xs:
                    i = bisect_left(seen, x)
                    if i < len(seen) and seen[i] == x:
                        return True
                    insort(seen, x)
                return False
            """,
        ),
    ),
)

PREFIX = Task(
    "running-sums",
    "sums",
    "n",
    (Family("random", _numbers, 250, 400_000),),
    (
        right(
            "running",
            "one addition an element",
            """
            def sums(xs):
                out, total = [], 0
                for x in xs:
                    total += x
                    out.append(total)
                return out
            """,
        ),
        right(
            "accumulate",
            "the same in C",
            """
            from itertools import accumulate
            def sums(xs):
                return list(accumulate(xs))
            """,
        ),
        right(
            "fractions",
            "exact fractions with denominator one: dearer by a factor",
            """
            from fractions import Fraction
            def sums(xs):
                out, total = [], Fraction(0)
                for x in xs:
                    total = total + Fraction(x)
                    out.append(int(total))
                return out
            """,
        ),
        worse(
            "slices",
            "sum of a slice for every element, in C",
            """
            def sums(xs):
                return [sum(xs[: i + 1]) for i in range(len(xs))]
            """,
        ),
        worse(
            "concatenate",
            "a new list for every element",
            """
            def sums(xs):
                out, total = [], 0
                for x in xs:
                    total += x
                    out = out + [total]
                return out
            """,
        ),
        worse(
            "steps",
            "adds up again from the last multiple of sqrt(n)",
            """
            def sums(xs):
                step = max(1, int(len(xs) ** 0.5))
                heads, total = [], 0
                for i, x in enumerate(xs):
                    if i % step == 0:
                        heads.append(total)
                    total += x
                out = []
                for i in range(len(xs)):
                    total = heads[i // step]
                    for j in range(i // step * step, i + 1):
                        total += xs[j]
                    out.append(total)
                return out
            """,
        ),
    ),
)

REVERSED = Task(
    "reverse",
    "turn",
    "n",
    (Family("random", _numbers, 500, 800_000),),
    (
        right(
            "append",
            "one append an element",
            """
            def turn(xs):
                out = []
                for i in range(len(xs) - 1, -1, -1):
                    out.append(xs[i])
                return out
            """,
        ),
        right(
            "slice",
            "one copy in C",
            """
            def turn(xs):
                return xs[::-1]
            """,
        ),
        right(
            "deque",
            "appendleft is constant",
            """
            from collections import deque
            def turn(xs):
                out = deque()
                for x in xs:
                    out.appendleft(x)
                return list(out)
            """,
        ),
        worse(
            "insert",
            "insert(0) moves all before it, in C",
            """
            def turn(xs):
                out = []
                for x in xs:
                    out.insert(0, x)
                return out
            """,
        ),
        worse(
            "recursive",
            "a copy of the rest for each element",
            """
            def turn(xs):
                out = []
                while xs:
                    out.append(xs[-1])
                    xs = xs[:-1]
                return out
            """,
        ),
    ),
)

TASKS = (SORT, DUPLICATE, PREFIX, REVERSED)
