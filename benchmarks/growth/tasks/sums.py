"""Running sums, and memory."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, right, worse


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


def _floats(n: int, rng: random.Random) -> tuple[list[float]]:
    return ([rng.random() for _ in range(n)],)


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

MEAN = Task(
    "spread",
    "spread",
    "n",
    (Family("random", _floats, 1000, 1_000_000),),
    (
        right(
            "two_passes",
            "two passes, nothing kept",
            """
            def spread(xs):
                total = 0.0
                for x in xs:
                    total += x
                mean, square = total / len(xs), 0.0
                for x in xs:
                    square += (x - mean) ** 2
                return square / len(xs)
            """,
        ),
        right(
            "welford",
            "one pass, three numbers kept",
            """
            def spread(xs):
                n, mean, square = 0, 0.0, 0.0
                for x in xs:
                    n += 1
                    d = x - mean
                    mean += d / n
                    square += d * (x - mean)
                return square / n
            """,
        ),
        right(
            "sums",
            "generators keep nothing",
            """
            from math import fsum
            def spread(xs):
                mean = fsum(xs) / len(xs)
                return fsum((x - mean) ** 2 for x in xs) / len(xs)
            """,
        ),
        worse(
            "lists",
            "right in time, but keeps n differences: space",
            """
            def spread(xs):
                mean = sum(xs) / len(xs)
                squares = [(x - mean) ** 2 for x in xs]
                return sum(squares) / len(xs)
            """,
        ),
    ),
    space="1",
    checker={"kind": "float", "relative": 1e-6},
)

TASKS = (
    PREFIX,
    MEAN,
)
