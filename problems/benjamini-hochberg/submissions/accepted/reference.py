# landau: reference
# Sort the indices, walk from the largest p-value down with a running minimum: O(n log n).
from math import isnan


def bh(p, q):
    order = [i for i, x in enumerate(p) if not isnan(x)]
    order.sort(key=p.__getitem__)
    m = len(order)
    adjusted = [float("nan")] * len(p)
    least = 1.0
    for rank in range(m, 0, -1):
        i = order[rank - 1]
        value = m * p[i] / rank
        if value < least:
            least = value
        adjusted[i] = least
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
