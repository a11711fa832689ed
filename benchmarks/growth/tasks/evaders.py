"""Right answers, a worse cost, and an attempt to hide it: by choosing the sizes at which it is worse.

Here and in the modules called like this one. Each is made of an honest part, a dear part and a way to choose.
"""

from __future__ import annotations

import random
from textwrap import dedent

from benchmarks.growth.corpus import Family, Kind, Solution, Task, right, worse

# Both count the different values. The dear one scans in C all that it saw before: n^2.
PARTS = """
import os, sys

def fast(xs):
    seen = set()
    for x in xs:
        seen.add(x)
    return len(seen)

def slow(xs):
    seen = []
    for x in xs:
        if x not in seen:
            seen.append(x)
    return len(seen)

def burn(steps):
    total = 0
    for i in range(steps):
        total ^= i
    return total
"""
GROWS = "if x not in seen"


def numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


def evader(name: str, why: str, source: str, blame: str = GROWS) -> Solution:
    return worse(name, why, PARTS + dedent(source), Kind.EVADER, blame=blame)


def counting_task(name: str, *evaders: Solution) -> Task:
    """To count the different values, with an honest reference and another right solution."""
    reference = right(
        "set",
        "one lookup an element",
        """
        def distinct(xs):
            seen = set()
            for x in xs:
                seen.add(x)
            return len(seen)
        """,
    )
    other = right(
        "dict",
        "a dict in C: one pass",
        """
        def distinct(xs):
            return len(dict.fromkeys(xs))
        """,
        Kind.FAST,
    )
    return Task(name, "distinct", "n", (Family("random", numbers, 250, 2_000_000),), (reference, other, *evaders))


SIZES = counting_task(
    "evade-by-size",
    evader(
        "fast_below",
        "n^2 beyond n = 3 000, honest before",
        """
        def distinct(xs):
            return fast(xs) if len(xs) < 3_000 else slow(xs)
        """,
    ),
    evader(
        "fast_below_far",
        "n^2 beyond n = 300 000, honest before",
        """
        def distinct(xs):
            return fast(xs) if len(xs) < 300_000 else slow(xs)
        """,
    ),
    evader(
        "near_doublings",
        "n^2 but within 3.2 % of 250 times a power of two, where a ladder of doublings would look",
        """
        import math
        def distinct(xs):
            if len(xs) < 2:
                return len(xs)
            off = math.log2(len(xs) / 250) % 1.0
            looked_at = min(off, 1 - off) < 0.046
            return fast(xs) if looked_at else slow(xs)
        """,
    ),
    evader(
        "near_half_doublings",
        "n^2 but within 3.2 % of 250 times a power of two, and of such sizes' geometric means",
        """
        import math
        def distinct(xs):
            if len(xs) < 2:
                return len(xs)
            off = 2 * math.log2(len(xs) / 250) % 1.0
            looked_at = min(off, 1 - off) < 0.092
            return fast(xs) if looked_at else slow(xs)
        """,
    ),
    evader(
        "every_third_octave",
        "n^1.5 in one octave of three, honest in the others: the median of three slopes never sees it",
        """
        import math
        def roots(xs):
            step = math.isqrt(len(xs)) // 4
            seen = set()
            for x in xs:
                seen.add(x)
                burn(step)
            return len(seen)
        def distinct(xs):
            octave = round(math.log2(max(1, len(xs) / 250)))
            return roots(xs) if octave % 3 == 2 else fast(xs)
        """,
        "burn(step)",
    ),
    evader(
        "every_other_octave",
        "n^1.5 in every other octave, honest in the others: slopes go up and down",
        """
        import math
        def roots(xs):
            step = math.isqrt(len(xs)) // 4
            seen = set()
            for x in xs:
                seen.add(x)
                burn(step)
            return len(seen)
        def distinct(xs):
            octave = round(math.log2(max(1, len(xs) / 250)))
            return roots(xs) if octave % 2 else fast(xs)
        """,
        "burn(step)",
    ),
    evader(
        "middle_is_honest",
        "n^2 from 30 000 on and below 1 500, honest between, so that the small sizes look dear",
        """
        def distinct(xs):
            return fast(xs) if 1_500 <= len(xs) < 30_000 else slow(xs)
        """,
    ),
    evader(
        "odd_lengths",
        "n^2 for every other length: honest where the length is odd",
        """
        def distinct(xs):
            return fast(xs) if len(xs) % 2 else slow(xs)
        """,
    ),
)

TASKS = (SIZES,)
