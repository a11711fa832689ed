"""The rule of BigOBench's complexity framework: least squares with a penalty for each class.

Made from the text of https://github.com/facebookresearch/BigOBench (src/complexity/main.py for the penalties and the
defaults, curve_fitting/fitting_curve.py and fitting_class.py for the fit; CC BY-NC), in our own words. Sizes are
multiples of the smallest; the least time is taken off all, and each class is one factor, not negative, through the
first point. A constant and a line may be a line of another slope up to 480 times the smallest size, or, another
constant, up to 20 times. The sum of squared residuals is multiplied by the class's penalty, and the least wins: so a
constant that fits exactly beats all. Its handling of peaks, and its joining of several arguments, have nothing to work
on here: a family is one curve of minima.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from benchmarks.growth.peers.curves import Guess
from benchmarks.growth.peers.least_squares import squared_error, through_origin

_CLASSES: tuple[tuple[str, float, float, Callable[[float], float]], ...] = (
    ("log n", 0.0, 5.0, math.log),
    ("n", 1.0, 4.5, lambda n: n),
    ("n log n", 1.0, 4.5, lambda n: n * math.log(n)),
    ("n²", 2.0, 3.5, lambda n: n * n),
    ("n³", 3.0, 1e6, lambda n: n**3),
)
_CONSTANT_PENALTY = 1.0
_FIRST_PIECES = (480, 20)


def bigobench(sizes: Sequence[float], seconds: Sequence[float]) -> Guess:
    x = [size / sizes[0] for size in sizes]
    y = [one - min(seconds) for one in seconds]
    y[0] = 0.0  # its first value counts as the least
    found = [(_CONSTANT_PENALTY * min(_constant(x, y, end) for end in _FIRST_PIECES), Guess("1", 0.0))]
    for name, exponent, penalty, term in _CLASSES:
        residual = _line(x, y, _FIRST_PIECES[0]) if name == "n" else _one_factor(list(map(term, x)), y)
        found.append((penalty * residual, Guess(name, exponent)))
    return min(found, key=lambda one: one[0])[1]


def _one_factor(terms: Sequence[float], y: Sequence[float]) -> float:
    """The residuals of y = b·(term - first term), b not negative."""
    moved = [term - terms[0] for term in terms]
    factor = max(0.0, through_origin(moved, y))
    return squared_error([factor * one for one in moved], y)


def _cut(x: Sequence[float], end: float) -> int | None:
    """The last point of a first piece that ends at `end`; None where one of the two pieces would be too short."""
    after = next((i for i, one in enumerate(x) if one > end), len(x) - 1)
    return after - 1 if after - 1 >= 2 and len(x) - after >= 2 else None


def _constant(x: Sequence[float], y: Sequence[float], end: float) -> float:
    cut = _cut(x, end)
    if cut is None:
        return squared_error([y[0]] * len(y), y)
    first = _one_factor(x[: cut + 1], y[: cut + 1])
    return first + squared_error([y[cut]] * (len(y) - cut - 1), y[cut + 1 :])


def _line(x: Sequence[float], y: Sequence[float], end: float) -> float:
    cut = _cut(x, end)
    if cut is None:
        return _one_factor(x, y)
    slope = (y[cut] - y[0]) / (x[cut] - x[0])
    first = squared_error([y[0] + slope * (one - x[0]) for one in x[:cut]], y[:cut])
    return first + _one_factor(x[cut:], [one - y[cut] for one in y[cut:]])
