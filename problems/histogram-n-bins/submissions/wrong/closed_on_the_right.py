# Bins with their right edge instead of their left one.
from math import ceil, isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    counts = [0] * n
    for x in known:
        counts[max(ceil((x - lo) / (hi - lo) * n) - 1, 0)] += 1
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
