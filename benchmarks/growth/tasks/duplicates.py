"""Membership, and turning round."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _distinct(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


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

TASKS = (
    DUPLICATE,
    REVERSED,
)
