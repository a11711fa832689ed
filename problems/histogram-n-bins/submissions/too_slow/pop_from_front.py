# Sorts, then takes the values from the front of the list: each pop(0) moves all that are left, so O(m^2).
from math import isnan


def histogram(xs, n):
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n)] + [hi]
    known.sort()
    counts = []
    for right in edges[1:-1]:
        count = 0
        while known and known[0] < right:
            known.pop(0)
            count += 1
        counts.append(count)
    return edges, [*counts, len(known)]
