# Sorts both samples and takes each bin's values from the front: every pop(0) moves all that is left, O(n^2).
from math import inf, isnan, log, nan


def psi(expected, actual, bins):
    old = sorted(x for x in expected if not isnan(x))
    new = sorted(x for x in actual if not isnan(x))
    if not old or not new:
        return nan
    cuts = sorted({old[i * len(old) // bins] for i in range(1, bins)})
    many_old, many_new = len(old), len(new)
    total = 0.0
    for cut in cuts + [inf]:
        p = taken(old, cut) / many_old or 0.0001
        q = taken(new, cut) / many_new or 0.0001
        total += (q - p) * log(q / p)
    return total


def taken(values, cut):
    count = 0
    while values and values[0] < cut:
        values.pop(0)
        count += 1
    return count
