# Right bins, but both lists are copied for every bin by `+`: O(n^2) where bins grow with the values.
from math import isnan


def histogram(xs, n):
    known = sorted(x for x in xs if not isnan(x))
    if not known:
        return [], []
    lo, hi = known[0], known[-1]
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges, counts = [lo], []
    at = 0
    for i in range(1, n + 1):
        right = lo + (hi - lo) * i / n if i < n else hi
        start = at
        while at < len(known) and (known[at] < right or i == n):
            at += 1
        edges = edges + [right]
        counts = counts + [at - start]
    return edges, counts
