# Answers in the order of the sorted p-values, not of the tests.
from math import isnan, nan


def bh(p, q):
    known = sorted(x for x in p if not isnan(x))
    m, least, adjusted = len(known), 1.0, []
    for rank in range(m, 0, -1):
        least = min(least, known[rank - 1] * m / rank)
        adjusted.append(least)
    adjusted = adjusted[::-1] + [nan] * (len(p) - m)
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
