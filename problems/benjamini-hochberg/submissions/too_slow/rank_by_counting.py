# Gets the rank of a p-value by counting those that are not larger: n passes over n values.
from math import isnan, nan


def bh(p, q):
    known = [x for x in p if not isnan(x)]
    m = len(known)
    raw = {x: m * x / sum(y <= x for y in known) for x in known}
    least, adjusted_of = 1.0, {}
    for x in sorted(raw, reverse=True):
        least = min(least, raw[x])
        adjusted_of[x] = least
    adjusted = [nan if isnan(x) else adjusted_of[x] for x in p]
    return [i for i, x in enumerate(adjusted) if x <= q], adjusted
