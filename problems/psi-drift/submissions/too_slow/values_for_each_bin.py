# Counts for each bin through all values: O(n * bins).
from math import inf, isnan, log, nan


def psi(expected, actual, bins):
    old = sorted(x for x in expected if not isnan(x))
    new = [x for x in actual if not isnan(x)]
    if not old or not new:
        return nan
    cuts = sorted({old[i * len(old) // bins] for i in range(1, bins)})
    total = 0.0
    for low, high in zip([-inf] + cuts, cuts + [inf]):
        p = sum(low <= x < high for x in old) / len(old) or 0.0001
        q = sum(low <= x < high for x in new) / len(new) or 0.0001
        total += (q - p) * log(q / p)
    return total
