"""The rule of big_O: of eight classes the one whose least squares fit of the times leaves the smallest residuals.

Made from the text of https://github.com/pberkes/big_O (big_o/complexities.py, big_o/big_o.py, release 0.11.0, BSD), in
our own words. Each class is an offset and one factor; powers and exponentials are straight lines through the logarithms
of the times, and their residuals are taken of the times all the same. A class must beat those before it by 1e-6
(seconds squared). A power is named with the exponent that was fitted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from benchmarks.growth.peers.curves import Guess
from benchmarks.growth.peers.least_squares import line, squared_error

PREFERENCE = 1e-6
_LEAST_S = 1e-9
_LARGEST_LOG = 300.0  # beyond is far from any time, and not to be squared

_OF_TIME: tuple[tuple[str, float, Callable[[float], float]], ...] = (
    ("1", 0.0, lambda n: 0.0),
    ("n", 1.0, lambda n: n),
    ("n²", 2.0, lambda n: n * n),
    ("n³", 3.0, lambda n: n**3),
)
_AFTER: tuple[tuple[str, float, Callable[[float], float]], ...] = (
    ("log n", 0.0, math.log),
    ("n log n", 1.0, lambda n: n * math.log(n)),
)


def big_o(sizes: Sequence[float], seconds: Sequence[float]) -> Guess:
    power = _fit_of_logs([math.log(n) for n in sizes], seconds)
    candidates = [
        *((Guess(name, exponent), _fit(list(map(term, sizes)), seconds)[1]) for name, exponent, term in _OF_TIME),
        (Guess(f"n^{power[0]:.2f}", power[0]), power[1]),
        *((Guess(name, exponent), _fit(list(map(term, sizes)), seconds)[1]) for name, exponent, term in _AFTER),
        (Guess("exponential", math.inf), _fit_of_logs(sizes, seconds)[1]),
    ]
    best, least = candidates[0]
    for guess, residual in candidates[1:]:
        if residual < least - PREFERENCE:
            best, least = guess, residual
    return best


def _fit(terms: Sequence[float], values: Sequence[float]) -> tuple[float, float]:
    """(factor, sum of squared residuals)."""
    a, b = line(terms, values)
    return b, squared_error([a + b * term for term in terms], values)


def _fit_of_logs(terms: Sequence[float], seconds: Sequence[float]) -> tuple[float, float]:
    """The same of the times' logarithms; the residuals are the times'."""
    a, b = line(terms, [math.log(max(one, _LEAST_S)) for one in seconds])
    return b, squared_error([math.exp(min(a + b * term, _LARGEST_LOG)) for term in terms], seconds)
