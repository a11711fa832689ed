# Walks along the edges from the left for each value: O(m * n), worst where most values are large.
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
        for i in range(n):
            if x < edges[i + 1] or i == n - 1:
                counts[i] += 1
                break
    return edges, counts
