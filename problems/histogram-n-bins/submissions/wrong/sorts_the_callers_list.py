# Sorts in place to have both ends at hand: right counts, and the caller's list is another one.
from math import isnan


def histogram(xs, n):
    xs.sort(key=lambda x: (isnan(x), x))
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = known[0], known[-1]
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    width = hi - lo
    counts = [0] * n
    for x in known:
        counts[min(int((x - lo) / width * n), n - 1)] += 1
    return [lo + width * i / n for i in range(n)] + [hi], counts
