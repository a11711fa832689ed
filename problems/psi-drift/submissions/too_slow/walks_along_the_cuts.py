# Walks along the cuts from the left for each value: O(n * bins).
from math import isnan, log, nan


def psi(expected, actual, bins):
    old = sorted(x for x in expected if not isnan(x))
    new = [x for x in actual if not isnan(x)]
    if not old or not new:
        return nan
    cuts = sorted({old[i * len(old) // bins] for i in range(1, bins)})
    return sum((q - p) * log(q / p) for p, q in zip(shares(old, cuts), shares(new, cuts)))


def shares(values, cuts):
    counts = [0] * (len(cuts) + 1)
    for x in values:
        place = 0
        while place < len(cuts) and cuts[place] <= x:
            place += 1
        counts[place] += 1
    return [count / len(values) if count else 0.0001 for count in counts]
