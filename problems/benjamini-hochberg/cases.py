"""Inputs of benjamini-hochberg: a list of p-values and the share of false discoveries allowed."""

from fractions import Fraction
from math import isnan, nan

MOST = 200_000
APART = 1e-9  # a value m * p(k) / k that is not q is at least this far from it, relative to q


def samples():
    return [
        {
            "input": ([0.01, 0.04, 0.03, 0.5], 0.0625),
            "answer": ([0, 1, 2], [0.04, 0.16 / 3, 0.16 / 3, 0.5]),
            "note": "In order: 0.01, 0.03, 0.04, 0.5, so m * p / k is 0.04, 0.06, 0.0533, 0.5. The test with 0.03 has rank 2 and "
            "takes the smaller value of rank 3.",
        },
        {
            "input": ([0.0625, 0.0625, 0.0625, 0.0625], 0.0625),
            "answer": ([0, 1, 2, 3], [0.0625, 0.0625, 0.0625, 0.0625]),
            "note": "Four equal p-values share the fate of the last of them: 4 * 0.0625 / 4 is exactly q, and that is enough.",
        },
        {
            "input": ([0.02, nan, 0.9], 0.03),
            "answer": ([], [0.04, nan, 0.9]),
            "note": "The missing test does not count: m is 2, and 2 * 0.02 / 1 = 0.04 is above q.",
        },
    ]


def edges(rng):
    many = [rng.random() for _ in range(30)]
    return [
        ("no tests", ([], 0.05)),
        ("one, rejected", ([0.01], 0.05)),
        ("one, kept", ([0.5], 0.05)),
        ("one, missing", ([nan], 0.05)),
        ("all missing", ([nan] * 5, 0.5)),
        ("all zero", ([0.0] * 6, 0.05)),
        ("all one", ([1.0] * 6, 0.05)),
        ("all one, everything allowed", ([1.0] * 6, 1.0)),
        ("nothing allowed", ([0.0, 0.25, 0.0, 1.0], 0.0)),
        ("nothing allowed, nothing found", ([0.5, 0.25], 0.0)),
        ("exactly q, single step", ([0.125, 0.5, 0.75, 1.0], 0.5)),
        ("exactly q, at the last rank", ([0.25, 0.25, 0.25, 0.25], 0.25)),
        ("exactly q, at rank two of four", ([0.75, 0.125, 0.875, 0.125], 0.25)),
        ("only the last rank passes its line", ([0.04, 0.045, 0.048, 0.049], 0.05)),
        ("the first fails, a later one lifts it", ([0.02, 0.021, 0.9], 0.035)),
        ("minimum comes from far behind", ([0.9, 0.011, 0.019, 0.02, 0.021, 0.022, 0.8], 0.04)),
        ("capped at one", ([0.8, 0.9, 0.95], 0.05)),
        ("missing between ties", ([0.3, nan, 0.3, 0.01, nan, 0.3], 0.3125)),
        ("descending", (sorted(many, reverse=True), 0.1)),
        ("tiny p-values", ([1e-300, 5e-324, 1e-12, 0.4, 0.03], 0.05)),
        ("two tied pairs", ([0.03, 0.01, 0.03, 0.01, 0.6], 0.07)),
        ("none rejected of many", ([0.5 + x / 2 for x in many], 0.05)),
    ]


def nulls(n, rng):
    return _apart([rng.random() for _ in range(n)], rng)


def signals(n, rng):
    p = []
    for _ in range(n):
        kind = rng.random()
        p.append(rng.random() ** 8 / 50 if kind < 1 / 3 else nan if kind < 0.36 else rng.random())
    return _apart(p, rng)


def falling(n, rng):
    """m * p(k) / k falls from rank to rank, so the last one decides all: nearly equal adjusted p-values, none small."""
    p = [0.3 * (k / n) ** 0.9 * (1 - rng.random() / (40 * n)) for k in range(1, n + 1)]
    rng.shuffle(p)
    return _apart(p, rng)


def few_values(n, rng):
    values = [rng.random() ** 3 for _ in range(10)]
    return _apart([rng.choice(values) for _ in range(n)], rng)


def validate(p, q):
    if type(q) is not float or not 0 <= q <= 1:
        raise ValueError("q must be a float from 0 to 1")
    if type(p) is not list:
        raise ValueError("p must be a list")
    if len(p) > MOST:
        raise ValueError(f"p has {len(p)} tests, at most {MOST} are allowed")
    for i, x in enumerate(p):
        if type(x) is not float or not (isnan(x) or 0 <= x <= 1):
            raise ValueError(f"p[{i}] is {x!r}, neither from 0 to 1 nor nan")
    at = _doubtful(p, q)
    if at is not None:
        raise ValueError(f"rounding could decide: a test of rank {at} has m * p / rank within {APART} of q")


def _apart(p, rng):
    """`p` with a q of the usual size that no rounding can reach."""
    while True:
        q = rng.uniform(0.02, 0.2)
        if _doubtful(p, q) is None:
            return (p, q)


def _doubtful(p, q):
    """A rank at which m * p / rank is so near q that rounding could decide, or None."""
    known = sorted(x for x in p if not isnan(x))
    m = len(known)
    for rank, x in enumerate(known, 1):
        value = m * x / rank
        if abs(value - q) <= 2 * APART * q and not _clear(x, m, rank, q):
            return rank
    return None


def _clear(x, m, rank, q):
    exact = Fraction(x) * m / rank
    if exact != Fraction(q):
        return abs(exact - Fraction(q)) > Fraction(APART) * Fraction(q)
    # Exactly q: every usual order of calculation must say so.
    ways = (m * x / rank, x * (m / rank), x / (rank / m), x / rank * m)
    lines = (q * rank / m, q * (rank / m), rank / m * q, q / m * rank)
    return all(way == q for way in ways) and all(line == x for line in lines)
