# Without a width, puts everything into the first bin, and all edges at the one number.
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        return [lo] * (n + 1), [len(known)] + [0] * (n - 1)
    counts = [0] * n
    for x in known:
        counts[min(int((x - lo) / (hi - lo) * n), n - 1)] += 1
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
