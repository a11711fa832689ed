"""What √n a query is enough for."""

from __future__ import annotations

import random
from math import isqrt

from benchmarks.growth.corpus import Family, Kind, Make, Task, right, worse

Strides = tuple[list[int], list[tuple[int, int]]]


def _strides(n: int, rng: random.Random, steps: list[int]) -> Strides:
    starts = rng.choices(range(isqrt(n) + 1), k=n)
    return (rng.choices(range(10**6), k=n), list(zip(starts, steps, strict=True)))


def _small_steps(n: int, rng: random.Random) -> Strides:
    return _strides(n, rng, rng.choices(range(1, isqrt(n) + 1), k=n))


def _root_steps(n: int, rng: random.Random) -> Strides:
    return _strides(n, rng, rng.choices(range(isqrt(n) + 1, 2 * isqrt(n) + 1), k=n))


def _few_steps(n: int, rng: random.Random) -> Strides:
    return _strides(n, rng, rng.choices(range(1, 6), k=n))


def _all_steps(n: int, rng: random.Random) -> Strides:
    return _strides(n, rng, rng.sample(range(1, n + 1), n))


def _any_numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.choices(range(n, 2 * n), k=n),)


def _primes(n: int, rng: random.Random) -> tuple[list[int]]:
    limit = 2 * n + 2  # there is a prime between n and 2n
    prime = bytearray([1]) * limit
    for d in range(2, isqrt(limit) + 1):
        if prime[d]:
            prime[d * d :: d] = bytes(len(range(d * d, limit, d)))
    return (rng.choices([x for x in range(n, limit) if prime[x]], k=n),)


def _twos_and_threes(n: int, rng: random.Random) -> tuple[list[int]]:
    smooth = [2**a * 3**b for a in range(40) for b in range(25) if n <= 2**a * 3**b < 3 * n]
    return (rng.choices(smooth, k=n),)


def _family(name: str, make: Make) -> Family:
    return Family(name, make, 128, 40_000)


STRIDE_SUMS = Task(
    "h-stride-sums",
    "stride_sums",
    "n sqrt n",
    (
        _family("small", _small_steps),
        _family("root", _root_steps),
        _family("few", _few_steps),
        _family("all", _all_steps),
    ),
    (
        right(
            "two_ways",
            "a table of n for each of √n small steps, and at most √n additions where the step is larger",
            """
            from math import isqrt
            def stride_sums(xs, queries):
                n = len(xs)
                root = isqrt(n)
                out = [0] * len(queries)
                small = {}
                for q, (start, step) in enumerate(queries):
                    if step <= root:
                        small.setdefault(step, []).append(q)
                    else:
                        total = 0
                        for i in range(start, n, step):
                            total += xs[i]
                        out[q] = total
                for step, asked in small.items():
                    tail = xs + [0] * step
                    for i in range(n - 1, -1, -1):
                        tail[i] += tail[i + step]
                    for q in asked:
                        out[q] = tail[queries[q][0]]
                return out
            """,
        ),
        right(
            "slices",
            "the same two ways, with slices summed and accumulated in C",
            """
            from itertools import accumulate
            from math import isqrt
            def stride_sums(xs, queries):
                n = len(xs)
                root = isqrt(n)
                tails = {}
                small = {}
                out = [0] * len(queries)
                for q, (start, step) in enumerate(queries):
                    if step > root:
                        out[q] = sum(xs[start::step])
                    else:
                        small.setdefault(step, []).append(q)
                for step, asked in small.items():
                    tails = {}
                    for q in asked:
                        start = queries[q][0]
                        rest = start % step
                        if rest not in tails:
                            tails[rest] = list(accumulate(xs[rest::step][::-1]))
                        out[q] = tails[rest][-1 - start // step]
                return out
            """,
            Kind.FAST,
        ),
        right(
            "by_count",
            "a table only for a step asked for oftener than it is long: less than √n tables and n√n additions",
            """
            def stride_sums(xs, queries):
                n = len(xs)
                asked = {}
                for q, (_, step) in enumerate(queries):
                    asked.setdefault(step, []).append(q)
                out = [0] * len(queries)
                for step, which in asked.items():
                    if len(which) > step:
                        tail = xs[:]
                        for i in range(n - step - 1, -1, -1):
                            tail[i] += tail[i + step]
                        for q in which:
                            out[q] = tail[queries[q][0]]
                    else:
                        for q in which:
                            out[q] = sum(xs[queries[q][0] :: step])
                return out
            """,
        ),
        right(
            "fractions",
            "the two ways with rational sums",
            """
            from fractions import Fraction
            from math import isqrt
            def stride_sums(xs, queries):
                n = len(xs)
                root = isqrt(n)
                exact = [Fraction(x) for x in xs]
                tails = {}
                order = sorted(range(len(queries)), key=lambda q: queries[q][1])
                out = [0] * len(queries)
                held = None
                for q in order:
                    start, step = queries[q]
                    if step > root:
                        out[q] = int(sum((exact[i] for i in range(start, n, step)), start=Fraction(0)))
                        continue
                    if held != step:
                        held, tails = step, {}
                        for i in range(n - 1, -1, -1):
                            tails[i] = exact[i] + tails.get(i + step, 0)
                    out[q] = int(tails[start])
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "additions",
            "adds up each query: n for each where steps are few and small",
            """
            def stride_sums(xs, queries):
                out = []
                for start, step in queries:
                    total = 0
                    for i in range(start, len(xs), step):
                        total += xs[i]
                    out.append(total)
                return out
            """,
            Kind.FAMILY,
            blame="total += xs[i]",
        ),
        worse(
            "sum_slice",
            "the same in C",
            """
            def stride_sums(xs, queries):
                return [sum(xs[start::step]) for start, step in queries]
            """,
            Kind.HIDDEN,
            blame="sum(xs[start::step])",
        ),
        worse(
            "table_each",
            "a table of n for each different step, and there may be n",
            """
            def stride_sums(xs, queries):
                asked = {}
                for q, (_, step) in enumerate(queries):
                    asked.setdefault(step, []).append(q)
                out = [0] * len(queries)
                for step, which in asked.items():
                    tail = xs + [0] * step
                    for i in range(len(xs) - 1, -1, -1):
                        tail[i] += tail[i + step]
                    for q in which:
                        out[q] = tail[queries[q][0]]
                return out
            """,
            Kind.ROOT,
            blame="tail[i] += tail[i + step]",
        ),
        worse(
            "every_index",
            "asks of every index whether it is on the way",
            """
            def stride_sums(xs, queries):
                out = []
                for start, step in queries:
                    total = 0
                    for i in range(start, len(xs)):
                        if (i - start) % step == 0:
                            total += xs[i]
                    out.append(total)
                return out
            """,
            Kind.ROOT,
            blame="(i - start) % step == 0",
        ),
    ),
)

DIVISOR_COUNTS = Task(
    "h-divisor-counts",
    "divisor_counts",
    "n sqrt n",
    (
        Family("any", _any_numbers, 128, 40_000),
        Family("primes", _primes, 128, 40_000),
        Family("smooth", _twos_and_threes, 128, 40_000),
    ),
    (
        right(
            "to_root",
            "tries all up to the root of each number, and numbers are below 3n",
            """
            from math import isqrt
            def divisor_counts(xs):
                out = []
                for x in xs:
                    root = isqrt(x)
                    total = 0
                    for d in range(1, root + 1):
                        if x % d == 0:
                            total += 2
                    out.append(total - (root * root == x))
                return out
            """,
        ),
        right(
            "sieve",
            "each d adds one to its multiples: n log n for all",
            """
            def divisor_counts(xs):
                limit = max(xs) + 1
                counts = [0] * limit
                for d in range(1, limit):
                    for multiple in range(d, limit, d):
                        counts[multiple] += 1
                return [counts[x] for x in xs]
            """,
            Kind.FAST,
        ),
        right(
            "remainders",
            "the tries up to the root by map and count in C",
            """
            from math import isqrt
            def divisor_counts(xs):
                out = []
                for x in xs:
                    root = isqrt(x)
                    out.append(2 * list(map(x.__mod__, range(1, root + 1))).count(0) - (root * root == x))
                return out
            """,
        ),
        right(
            "factors",
            "factored by trial division up to the root of what is left",
            """
            def divisor_counts(xs):
                out = []
                for x in xs:
                    total = 1
                    d = 2
                    while d * d <= x:
                        power = 1
                        while x % d == 0:
                            x //= d
                            power += 1
                        total *= power
                        d += 1
                    if x > 1:
                        total *= 2
                    out.append(total)
                return out
            """,
        ),
        right(
            "decimals",
            "the tries up to the root from a generator of decimals, failing by an exception",
            """
            from decimal import Decimal
            from math import isqrt
            class Odd(Exception):
                pass
            def part(x, d):
                if x % d:
                    raise Odd
                return x // d
            def parts(number):
                x = Decimal(number)
                for d in range(1, isqrt(number) + 1):
                    try:
                        other = part(x, Decimal(d))
                    except Odd:
                        continue
                    yield d, int(other)
            def divisor_counts(xs):
                return [sum(1 if d == other else 2 for d, other in parts(x)) for x in xs]
            """,
            Kind.SLOW,
        ),
        worse(
            "all_below",
            "tries every number up to half of each",
            """
            def divisor_counts(xs):
                out = []
                for x in xs:
                    total = 1
                    for d in range(1, x // 2 + 1):
                        if x % d == 0:
                            total += 1
                    out.append(total)
                return out
            """,
            Kind.ROOT,
            blame="if x % d == 0",
        ),
        worse(
            "all_remainders",
            "all remainders by map and count, in C",
            """
            def divisor_counts(xs):
                return [list(map(x.__mod__, range(1, x + 1))).count(0) for x in xs]
            """,
            Kind.HIDDEN,
            blame="map(x.__mod__, range(1, x + 1))",
        ),
        worse(
            "until_one",
            "divides until one is left: soon for powers of small primes, x steps for a prime",
            """
            def divisor_counts(xs):
                out = []
                for x in xs:
                    total = 1
                    d = 2
                    while x > 1:
                        power = 1
                        while x % d == 0:
                            x //= d
                            power += 1
                        total *= power
                        d += 1
                    out.append(total)
                return out
            """,
            Kind.EARLY,
            blame="while x > 1",
        ),
    ),
)

TASKS = (
    STRIDE_SUMS,
    DIVISOR_COUNTS,
)
