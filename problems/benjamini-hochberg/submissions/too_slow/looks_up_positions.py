# Sorts and accumulates well, then searches each test's place in the order with index(): O(n^2), hidden in one word.
from math import isnan, nan


def bh(p, q):
    order = sorted((i for i, x in enumerate(p) if not isnan(x)), key=lambda i: p[i])
    m = len(order)
    least, from_the_top = 1.0, []
    for rank in range(m, 0, -1):
        least = min(least, p[order[rank - 1]] * m / rank)
        from_the_top.append(least)
    ranked = from_the_top[::-1]
    adjusted = [nan if isnan(x) else ranked[order.index(i)] for i, x in enumerate(p)]
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
