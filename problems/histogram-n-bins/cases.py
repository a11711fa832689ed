"""Inputs of histogram-n-bins: (xs, n). In the families every value lies well inside of its bin."""

from fractions import Fraction
from math import isnan, nan

MOST = 300_000
MOST_BINS = 100_000
LIMIT = 1e6
APART = 1e-6  # in bins: a number that is not on an inner edge is at least so far from it
NARROWEST = 1e-6  # a bin's width, relative to the largest absolute value


def samples():
    return [
        {
            "input": ([1.0, 2.0, 2.5, 4.0, 5.0, 3.0], 2),
            "answer": ([1.0, 3.0, 5.0], [3, 3]),
            "note": "From 1 to 5 in two bins. 3 is the first number of the second bin, and 5, its right edge, belongs to it as well.",
        },
        {
            "input": ([-1.0, nan, 0.0, 3.0, -1.0], 4),
            "answer": ([-1.0, 0.0, 1.0, 2.0, 3.0], [2, 1, 0, 1]),
            "note": "The missing value counts nowhere. Bins may be empty; the two equal numbers count twice.",
        },
        {
            "input": ([7.0, 7.0], 2),
            "answer": ([6.5, 7.0, 7.5], [0, 2]),
            "note": "One number only, so the range is 6.5 to 7.5. It lies on the edge between both bins and belongs to the right one.",
        },
    ]


def edges(rng):
    whole = [float(rng.randrange(-8, 9)) for _ in range(60)] + [-8.0, 8.0]
    return [
        ("empty", ([], 3)),
        ("all missing", ([nan, nan, nan], 4)),
        ("one number, one bin", ([2.25], 1)),
        ("one number, three bins", ([2.25], 3)),
        ("one number, four bins", ([-2.25], 4)),
        ("one number and a missing one", ([nan, 5.0], 5)),
        ("all equal, many bins", ([0.5] * 9, 64)),
        ("zeros of both signs", ([0.0, -0.0, 0.0], 2)),
        ("two numbers, one bin", ([3.0, -1.0], 1)),
        ("two numbers, more bins than numbers", ([0.0, 1.0], 8)),
        ("a value on every edge", ([float(i) for i in range(9)], 8)),
        ("a value on every edge, negative", ([float(-i) for i in range(17)], 16)),
        ("whole numbers, every one on an edge", (whole, 16)),
        ("quarters", ([i / 4 for i in range(33)], 32)),
        ("largest twice", ([4.0, 0.0, 4.0, 1.5], 4)),
        ("largest values", ([LIMIT, -LIMIT, 12.5, 250_000.0], 4)),
        ("missing first and last", ([nan, 1.0, 4.0, 2.0, nan], 4)),
        ("descending", ([9.0, 8.0, 5.5, 2.0, 1.0], 4)),
        ("tenths, three bins", ([0.1, 0.2, 0.35, 0.55, 0.7], 3)),
        ("all negative", ([-9.0, -7.5, -3.25, -1.0], 8)),
        ("just below the edge in the middle", ([0.0, 1.999, 2.001, 4.0], 2)),
        ("close to the lower edge, and to the upper", ([0.0, 0.9, 1.1, 1.9, 2.1, 2.9, 3.0], 3)),
        ("a width that is no whole number", ([0.0, 7.0, 3.4, 5.2, 3.2], 2)),
        ("small numbers", ([0.00012, 0.00058, 0.00031, 0.00046], 5)),
    ]


def even(size, rng):
    bins = max(1, size // 3)
    return _placed([i % bins for i in range(max(2, size - bins))], bins, rng)


def top_heavy(size, rng):
    bins = max(1, size // 3)
    return _placed([bins - 1 if rng.random() < 0.97 else rng.randrange(bins) for _ in range(max(2, size - bins))], bins, rng)


def ten_bins(size, rng):
    xs, bins = _placed([rng.randrange(10) for _ in range(max(2, size - 10))], 10, rng)
    xs.sort(reverse=True)
    return ([nan if rng.random() < 0.1 and 0 < i < len(xs) - 1 else x for i, x in enumerate(xs)], bins)


def _placed(bins_of, n, rng):
    """A number somewhere inside of each bin that is named; the first two are the ends of the range instead."""
    lo, width = rng.uniform(-1000, 1000), rng.uniform(200, 1000)  # wide enough for the most bins
    hi = lo + width
    xs = [lo, hi] + [lo + width * (bin + rng.uniform(0.05, 0.95)) / n for bin in bins_of[2:]]
    rng.shuffle(xs)
    return (xs, n)


def validate(xs, n):
    if type(n) is not int or not 1 <= n <= MOST_BINS:
        raise ValueError(f"n is {n!r}, not an int from 1 to {MOST_BINS:,}")
    if type(xs) is not list or len(xs) > MOST:
        raise ValueError(f"xs must be a list of at most {MOST:,} values")
    for i, x in enumerate(xs):
        if type(x) is not float or not (isnan(x) or abs(x) <= LIMIT):
            raise ValueError(f"xs[{i}] is {x!r}, neither nan nor a float between -1e6 and 1e6")
    known = [x for x in xs if not isnan(x)]
    if known:
        _validate_places(known, n)


def _validate_places(known, n):
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    if (hi - lo) / n < NARROWEST * max(abs(lo), abs(hi)):
        raise ValueError("a bin is narrower than a millionth of the largest absolute value")
    exact = None
    for x in known:
        place = (x - lo) / (hi - lo) * n
        near = round(place)
        if 0 < near < n and abs(place - near) < APART:
            exact = _exact(lo, hi, n) if exact is None else exact
            if not exact or (Fraction(x) - Fraction(lo)) * n != near * (Fraction(hi) - Fraction(lo)):
                raise ValueError(f"rounding could decide: {x!r} is within {APART} bins of an inner edge")


def _exact(lo, hi, n):
    """Whether every usual order of calculation gives every edge and every place exactly: `n` and the range are powers
    of two, and floats hold all edges."""
    span = Fraction(hi) - Fraction(lo)
    powers = all(part & (part - 1) == 0 for part in (n, span.numerator, span.denominator))
    return powers and all(Fraction(float(Fraction(lo) + i * span / n)) == Fraction(lo) + i * span / n for i in range(n + 1))
