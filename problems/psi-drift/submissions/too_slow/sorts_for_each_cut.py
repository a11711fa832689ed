# A quantile function that sorts, asked for each cut: O(bins * n log n).
from bisect import bisect_right
from math import isnan, log, nan


def quantile(values, i, bins):
    ordered = sorted(values)
    return ordered[i * len(ordered) // bins]


def psi(expected, actual, bins):
    old = [x for x in expected if not isnan(x)]
    new = [x for x in actual if not isnan(x)]
    if not old or not new:
        return nan
    cuts = sorted({quantile(old, i, bins) for i in range(1, bins)})
    return sum((q - p) * log(q / p) for p, q in zip(shares(old, cuts), shares(new, cuts)))


def shares(values, cuts):
    counts = [0] * (len(cuts) + 1)
    for x in values:
        counts[bisect_right(cuts, x)] += 1
    return [count / len(values) or 0.0001 for count in counts]
