"""Pairs with a sum."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _pairs(n: int, rng: random.Random) -> tuple[list[int], int]:
    """No two add up to the target: odd target, even numbers."""
    return [2 * x for x in rng.sample(range(10 * n), n)], 2 * rng.randrange(10 * n) + 1


TWO_SUM = Task(
    "two-sum",
    "has_pair",
    "n",
    (Family("none", _pairs, 250, 400_000),),
    (
        right(
            "set",
            "one lookup an element",
            """
            def has_pair(xs, target):
                seen = set()
                for x in xs:
                    if target - x in seen:
                        return True
                    seen.add(x)
                return False
            """,
        ),
        right(
            "dict_of_objects",
            "the same through a class of its own",
            """
            class Seen:
                def __init__(self):
                    self.held = {}
                def __contains__(self, x):
                    return self.held.get(str(x), None) is not None
                def add(self, x):
                    self.held[str(x)] = [x]
            def has_pair(xs, target):
                seen = Seen()
                for x in xs:
                    if (target - x) in seen:
                        return True
                    seen.add(x)
                return False
            """,
        ),
        near(
            "two_pointers",
            "sorting first",
            """
            def has_pair(xs, target):
                xs = sorted(xs)
                i, j = 0, len(xs) - 1
                while i < j:
                    s = xs[i] + xs[j]
                    if s == target:
                        return True
                    if s < target:
                        i += 1
                    else:
                        j -= 1
                return False
            """,
        ),
        worse(
            "in_list",
            "a scan in C for each element",
            """
            def has_pair(xs, target):
                for i, x in enumerate(xs):
                    if target - x in xs[:i]:
                        return True
                return False
            """,
        ),
        worse(
            "pairs",
            "all pairs",
            """
            def has_pair(xs, target):
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[i] + xs[j] == target:
                            return True
                return False
            """,
        ),
        worse(
            "buckets",
            "sqrt(n) buckets, each a list that is scanned",
            """
            def has_pair(xs, target):
                many = max(1, int(len(xs) ** 0.5))
                buckets = [[] for _ in range(many)]
                for x in xs:
                    if target - x in buckets[(target - x) // 2 % many]:
                        return True
                    buckets[x // 2 % many].append(x)
                return False
            """,
        ),
    ),
)

TASKS = (TWO_SUM,)
