# m * p / rank alone, without the minimum over later ranks.
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    adjusted = [nan] * len(p)
    for rank, i in enumerate(order, 1):
        adjusted[i] = min(1.0, p[i] * len(order) / rank)
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
