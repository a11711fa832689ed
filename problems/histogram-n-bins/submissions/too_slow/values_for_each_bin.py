# Goes through all values for each bin: O(m * n), quadratic where bins grow with the values.
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n)] + [hi]
    counts = [sum(1 for x in known if a <= x < b) for a, b in zip(edges, edges[1:])]
    counts[-1] += known.count(hi)
    return edges, counts
