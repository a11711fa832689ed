# Repairs monotony by walking back from each rank while the earlier value is larger: each walk may go to the start, O(n^2).
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m = len(order)
    values = [min(1.0, p[i] * m / rank) for rank, i in enumerate(order, 1)]
    for at in range(m):
        back = at - 1
        while back >= 0 and values[back] > values[at]:
            values[back] = values[at]
            back -= 1
    adjusted = [nan] * len(p)
    for i, value in zip(order, values):
        adjusted[i] = value
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
