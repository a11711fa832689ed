"""The rule of Google Benchmark: the class with the least normalised RMS.

Made from the text of https://github.com/google/benchmark (src/complexity.cc, Apache-2.0), in our own words. Each class
is one factor without an offset, fitted by least squares; its error is the root mean square of the residuals over the
mean time. "1" comes first, and another class must be better to take its place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from benchmarks.growth.peers.curves import Guess
from benchmarks.growth.peers.least_squares import squared_error, through_origin

_CLASSES: tuple[tuple[str, float, Callable[[float], float]], ...] = (
    ("1", 0.0, lambda n: 1.0),
    ("log n", 0.0, math.log2),
    ("n", 1.0, lambda n: n),
    ("n log n", 1.0, lambda n: n * math.log2(n)),
    ("n²", 2.0, lambda n: n * n),
    ("n³", 3.0, lambda n: n**3),
)


def google_benchmark(sizes: Sequence[float], seconds: Sequence[float]) -> Guess:
    def error(term: Callable[[float], float]) -> float:
        terms = [term(n) for n in sizes]
        factor = through_origin(terms, seconds)
        rms = math.sqrt(squared_error([factor * one for one in terms], seconds) / len(sizes))
        return rms * len(sizes) / (math.fsum(seconds) or 1.0)

    name, exponent, _ = min(_CLASSES, key=lambda one: error(one[2]))
    return Guess(name, exponent)
