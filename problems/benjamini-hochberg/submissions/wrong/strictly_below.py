# Rejects below q only; an adjusted p-value of exactly q is rejected too.
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m, least = len(order), 1.0
    adjusted = [nan] * len(p)
    for rank in range(m, 0, -1):
        i = order[rank - 1]
        least = min(least, p[i] * m / rank)
        adjusted[i] = least
    return [i for i, x in enumerate(adjusted) if x < q], adjusted
