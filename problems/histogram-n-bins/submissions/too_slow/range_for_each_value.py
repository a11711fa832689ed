# Asks for min and max again for each value: no loop to be seen, yet O(m^2) whatever the number of bins.
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    if min(known) == max(known):
        lo, hi = known[0] - 0.5, known[0] + 0.5
        counts = [0] * n
        counts[min(n // 2, n - 1)] = len(known)
        return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
    counts = [0] * n
    for x in known:
        share = (x - min(known)) / (max(known) - min(known))
        counts[min(int(share * n), n - 1)] += 1
    lo, hi = min(known), max(known)
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
