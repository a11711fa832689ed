"""Numbers and their bits: primes, differences of prefixes, powers."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _bound(n: int, rng: random.Random) -> tuple[int]:
    return (n,)


def _wide(n: int, rng: random.Random) -> tuple[list[int], list[tuple[int, int]]]:
    ends = [(rng.randrange(n // 3), rng.randrange(n // 2, n) + 1) for _ in range(n)]
    return [rng.randrange(2**30) for _ in range(n)], ends


def _narrow(n: int, rng: random.Random) -> tuple[list[int], list[tuple[int, int]]]:
    begins = [rng.randrange(n - 8) for _ in range(n)]
    return [rng.randrange(2**30) for _ in range(n)], [(i, i + rng.randrange(1, 8)) for i in begins]


def _bits(n: int, rng: random.Random) -> tuple[int, str]:
    return rng.randrange(2, 10**9), "1" + "".join(rng.choices("01", k=n - 1))


PRIMES = Task(
    "primes-below",
    "primes",
    "n log log n",
    (Family("bound", _bound, 1_000, 4_000_000),),
    (
        right(
            "sieve",
            "every prime up to the root strikes its multiples",
            """
            def primes(n):
                prime = [True] * (n + 1)
                for p in range(2, int(n**0.5) + 1):
                    if prime[p]:
                        for multiple in range(p * p, n + 1, p):
                            prime[multiple] = False
                return [i for i in range(2, n + 1) if prime[i]]
            """,
        ),
        right(
            "slices",
            "the same, strikes in C",
            """
            def primes(n):
                prime = bytearray([1]) * (n + 1)
                for p in range(2, int(n**0.5) + 1):
                    if prime[p]:
                        prime[p * p :: p] = bytes(len(range(p * p, n + 1, p)))
                return [i for i in range(2, n + 1) if prime[i]]
            """,
            Kind.FAST,
        ),
        right(
            "linear",
            "each number is struck once, by its least factor",
            """
            def primes(n):
                least, found = [0] * (n + 1), []
                for i in range(2, n + 1):
                    if not least[i]:
                        least[i] = i
                        found.append(i)
                    for p in found:
                        if p > least[i] or p * i > n:
                            break
                        least[p * i] = p
                return found
            """,
        ),
        right(
            "generators",
            "a sieve as it goes: a dict of the coming multiples, of objects that step",
            """
            from itertools import count, takewhile
            class Strikes:
                def __init__(self, prime):
                    self.prime, self.at = prime, prime * prime
                def step(self):
                    self.at += self.prime
                    return self.at
            class Sieve:
                def __init__(self):
                    self.coming = {}
                def strike(self, strikes, at):
                    self.coming.setdefault(at, []).append(strikes)
                def is_struck(self, number):
                    found = self.coming.pop(number, None)
                    for strikes in found or ():
                        self.strike(strikes, strikes.step())
                    return found is not None
                def __iter__(self):
                    for number in count(2):
                        if not self.is_struck(number):
                            strikes = Strikes(number)
                            self.strike(strikes, strikes.at)
                            yield number
            def primes(n):
                return list(takewhile(lambda p: p <= n, Sieve()))
            """,
            Kind.SLOW,
        ),
        near(
            "unbounded_strikes",
            "strikes by every number, prime or not: a harmonic sum, n log n",
            """
            def primes(n):
                prime = [True] * (n + 1)
                for p in range(2, n // 2 + 1):
                    for multiple in range(2 * p, n + 1, p):
                        prime[multiple] = False
                return [i for i in range(2, n + 1) if prime[i]]
            """,
        ),
        worse(
            "divisors_counted",
            "every number is divided by all up to its root: n root n",
            """
            from math import isqrt
            def primes(n):
                return [i for i in range(2, n + 1) if sum(i % d == 0 for d in range(2, isqrt(i) + 1)) == 0]
            """,
            Kind.ROOT,
            blame="for d in range(2, isqrt(i) + 1)",
        ),
        worse(
            "all_primes_tried",
            "a prime is divided by all primes before: n^2 / log^2 n; most others leave at once",
            """
            def primes(n):
                found = []
                for i in range(2, n + 1):
                    if all(i % p for p in found):
                        found.append(i)
                return found
            """,
            Kind.EARLY,
            blame="all(i % p for p in found)",
        ),
        worse(
            "removed",
            "each struck number is searched for and removed from the list, in C",
            """
            def primes(n):
                left, struck = list(range(2, n + 1)), set()
                for p in range(2, int(n**0.5) + 1):
                    if p not in struck:
                        for multiple in range(p * p, n + 1, p):
                            if multiple not in struck:
                                struck.add(multiple)
                                left.remove(multiple)
                return left
            """,
            Kind.HIDDEN,
            blame="left.remove(multiple)",
        ),
        worse(
            "filtered",
            "what is left is filtered once for each prime, of which there are n / log n: n^2 / log^2 n",
            """
            def primes(n):
                left, found = list(range(2, n + 1)), []
                while left:
                    found.append(left[0])
                    left = [i for i in left if i % found[-1]]
                return found
            """,
            blame="[i for i in left if i % found[-1]]",
        ),
    ),
)

RANGES = Task(
    "range-xor",
    "xors",
    "n",
    (Family("wide", _wide, 500, 200_000), Family("narrow", _narrow, 500, 200_000)),
    (
        right(
            "prefixes",
            "two lookups a question",
            """
            def xors(xs, ranges):
                before = [0]
                for x in xs:
                    before.append(before[-1] ^ x)
                out = []
                for begin, end in ranges:
                    out.append(before[begin] ^ before[end])
                return out
            """,
        ),
        right(
            "accumulated",
            "the same with iterators in C",
            """
            from itertools import accumulate
            from operator import xor
            def xors(xs, ranges):
                before = [0, *accumulate(xs, xor)]
                return [before[begin] ^ before[end] for begin, end in ranges]
            """,
            Kind.FAST,
        ),
        right(
            "bit_by_bit",
            "each of thirty bits for itself",
            """
            def xors(xs, ranges):
                out = [0] * len(ranges)
                for bit in range(30):
                    before = [0]
                    for x in xs:
                        before.append(before[-1] + (x >> bit & 1))
                    for number, (begin, end) in enumerate(ranges):
                        out[number] |= (before[end] - before[begin]) % 2 << bit
                return out
            """,
            Kind.SLOW,
        ),
        near(
            "tree",
            "a tree over the list, two walks to its root a question",
            """
            def xors(xs, ranges):
                n = len(xs)
                tree = [0] * n + xs
                for i in range(n - 1, 0, -1):
                    tree[i] = tree[2 * i] ^ tree[2 * i + 1]
                out = []
                for begin, end in ranges:
                    found, begin, end = 0, begin + n, end + n
                    while begin < end:
                        if begin & 1:
                            found ^= tree[begin]
                            begin += 1
                        if end & 1:
                            end -= 1
                            found ^= tree[end]
                        begin //= 2
                        end //= 2
                    out.append(found)
                return out
            """,
        ),
        worse(
            "blocks",
            "whole blocks of root n and the rest one by one: n root n on wide ranges",
            """
            from math import isqrt
            def xors(xs, ranges):
                side = isqrt(len(xs)) + 1
                blocks = []
                for i in range(0, len(xs), side):
                    block = 0
                    for x in xs[i : i + side]:
                        block ^= x
                    blocks.append(block)
                out = []
                for at, end in ranges:
                    found = 0
                    while at < end:
                        if at % side == 0 and at + side <= end:
                            found ^= blocks[at // side]
                            at += side
                        else:
                            found ^= xs[at]
                            at += 1
                    out.append(found)
                return out
            """,
            Kind.ROOT,
            blame="if at % side == 0 and at + side <= end:",
        ),
        worse(
            "reduced",
            "each range is cut out and reduced, in C",
            """
            from functools import reduce
            from operator import xor
            def xors(xs, ranges):
                return [reduce(xor, xs[begin:end], 0) for begin, end in ranges]
            """,
            Kind.HIDDEN,
            blame="reduce(xor, xs[begin:end], 0)",
        ),
        worse(
            "walked",
            "each range is walked: a few steps where they are narrow, a share of all where they are wide",
            """
            def xors(xs, ranges):
                out = []
                for begin, end in ranges:
                    found = 0
                    for i in range(begin, end):
                        found ^= xs[i]
                    out.append(found)
                return out
            """,
            Kind.FAMILY,
            blame="found ^= xs[i]",
        ),
        worse(
            "from_last_end",
            "questions in order, each walks on from the last one's begin and end: root n blocks of begins, n root n",
            """
            from math import isqrt
            def xors(xs, ranges):
                side = isqrt(len(xs)) + 1
                out, low, high, held = [0] * len(ranges), 0, 0, 0
                for number in sorted(range(len(ranges)), key=lambda i: (ranges[i][0] // side, ranges[i][1])):
                    begin, end = ranges[number]
                    while high < end:
                        held ^= xs[high]
                        high += 1
                    while low > begin:
                        low -= 1
                        held ^= xs[low]
                    while high > end:
                        high -= 1
                        held ^= xs[high]
                    while low < begin:
                        held ^= xs[low]
                        low += 1
                    out[number] = held
                return out
            """,
            Kind.ROOT,
            blame="held ^= xs[low]",
        ),
    ),
)

POWERS = Task(
    "long-power",
    "power",
    "n",
    (Family("random", _bits, 500, 4_000_000),),
    (
        right(
            "from_the_left",
            "a squaring and perhaps a product for each bit, of numbers below the modulus",
            """
            def power(a, bits):
                result = 1
                for bit in bits:
                    result = result * result % 1_000_000_007
                    if bit == "1":
                        result = result * a % 1_000_000_007
                return result
            """,
        ),
        right(
            "built_in",
            "reading bits is linear, and pow takes a step a bit",
            """
            def power(a, bits):
                return pow(a, int(bits, 2), 1_000_000_007)
            """,
        ),
        right(
            "by_fermat",
            "the exponent is reduced as it is read",
            """
            def power(a, bits):
                exponent = 0
                for bit in bits:
                    exponent = (2 * exponent + (bit == "1")) % 1_000_000_006
                return pow(a, exponent, 1_000_000_007)
            """,
            Kind.FAST,
        ),
        right(
            "field",
            "the same steps with checked elements of a field",
            """
            from dataclasses import dataclass
            @dataclass(frozen=True)
            class Element:
                value: int
                modulus: int = 1_000_000_007
                def __post_init__(self):
                    if not 0 <= self.value < self.modulus:
                        raise ValueError(f"{self.value} is not below {self.modulus}")
                def __mul__(self, other):
                    if self.modulus != other.modulus:
                        raise ValueError("of two fields")
                    return Element(self.value * other.value % self.modulus, self.modulus)
            def power(a, bits):
                result, square = Element(1), Element(a % 1_000_000_007)
                for bit in reversed(bits):
                    if bit == "1":
                        result = result * square
                    square = square * square
                return result.value
            """,
            Kind.SLOW,
        ),
        worse(
            "shifted",
            "the exponent is one long number, copied in C by each shift",
            """
            def power(a, bits):
                exponent, result = int(bits, 2), 1
                while exponent:
                    if exponent & 1:
                        result = result * a % 1_000_000_007
                    a = a * a % 1_000_000_007
                    exponent >>= 1
                return result
            """,
            Kind.HIDDEN,
            blame="exponent >>= 1",
        ),
        worse(
            "divided",
            "the long exponent is divided by two twice a bit, in C",
            """
            def power(a, bits):
                exponent, result = int(bits, 2), 1
                while exponent:
                    exponent, bit = divmod(exponent, 2)
                    if bit:
                        result = result * a % 1_000_000_007
                    a = a * a % 1_000_000_007
                return result
            """,
            Kind.HIDDEN,
            blame="divmod(exponent, 2)",
        ),
        worse(
            "rest_of_text",
            "the text is copied without its first bit, in C: a byte a bit",
            """
            def power(a, bits):
                result = 1
                while bits:
                    result = result * result % 1_000_000_007
                    if bits[0] == "1":
                        result = result * a % 1_000_000_007
                    bits = bits[1:]
                return result
            """,
            Kind.HIDDEN,
            blame="bits = bits[1:]",
        ),
        worse(
            "each_bit_alone",
            "the power of each bit is squared from the start",
            """
            def power(a, bits):
                result = 1
                for place, bit in enumerate(reversed(bits)):
                    if bit == "1":
                        square = a
                        for _ in range(place):
                            square = square * square % 1_000_000_007
                        result = result * square % 1_000_000_007
                return result
            """,
            blame="square = square * square",
        ),
    ),
)

TASKS = (
    PRIMES,
    RANGES,
    POWERS,
)
