# Make the edges first, then find each number's bin among them by bisection.
from bisect import bisect_right
from math import isnan


def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if not isnan(x)]
    if not values:
        return [], []
    lo = min(values)
    hi = max(values)
    if lo == hi:
        lo, hi = lo - 0.5, lo + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n + 1)]
    counts = [0] * n
    for x in values:
        counts[min(bisect_right(edges, x, 1, n) - 1, n - 1)] += 1
    return edges, counts
