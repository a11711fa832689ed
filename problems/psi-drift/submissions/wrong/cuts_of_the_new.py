# Takes the cuts from the new sample.
from bisect import bisect_right
from math import isnan, log, nan

EMPTY = 0.0001


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = sorted(x for x in expected if not isnan(x))
    new = [x for x in actual if not isnan(x)]
    if not old or not new:
        return nan
    sorted_new = sorted(new)
    cuts = sorted({sorted_new[i * len(new) // bins] for i in range(1, bins)})
    return sum((q - p) * log(q / p) for p, q in zip(shares(old, cuts), shares(new, cuts)))


def shares(values, cuts):
    counts = [0] * (len(cuts) + 1)
    for x in values:
        counts[bisect_right(cuts, x)] += 1
    return [count / len(values) or EMPTY for count in counts]
