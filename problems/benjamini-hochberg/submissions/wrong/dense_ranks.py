# Gives equal p-values one rank and the next value the next rank: ties then count for a single test.
from math import isnan, nan


def bh(p, q):
    known = [x for x in p if not isnan(x)]
    distinct = sorted(set(known))
    least, adjusted_of = 1.0, {}
    for rank in range(len(distinct), 0, -1):
        least = min(least, distinct[rank - 1] * len(known) / rank)
        adjusted_of[distinct[rank - 1]] = least
    adjusted = [nan if isnan(x) else adjusted_of[x] for x in p]
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
