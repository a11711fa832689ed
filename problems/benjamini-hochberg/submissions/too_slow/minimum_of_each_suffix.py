# Looks through all later ranks for each rank, in C: O(n^2).
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m = len(order)
    raw = [p[i] * m / rank for rank, i in enumerate(order, 1)]
    adjusted = [nan] * len(p)
    for at, i in enumerate(order):
        adjusted[i] = min(1.0, min(raw[at:]))
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
