# Bins that own their right edge: a number on an inner edge lands one bin too far left.
from bisect import bisect_left


def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n + 1)]
    counts = [0] * n
    for x in values:
        counts[max(bisect_left(edges, x, 0, n) - 1, 0)] += 1
    return edges, counts
