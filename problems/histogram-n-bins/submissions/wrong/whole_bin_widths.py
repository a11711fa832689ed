# Divides with //, as if the width of a bin were a whole number.
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    width = (hi - lo) // n or (hi - lo) / n
    counts = [0] * n
    for x in known:
        counts[min(int((x - lo) // width), n - 1)] += 1
    return [lo + i * width for i in range(n)] + [hi], counts
