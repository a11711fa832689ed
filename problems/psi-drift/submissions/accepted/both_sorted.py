# Sorts both samples and cuts each by binary search of the cuts in the values, the other way round: accepted.
from bisect import bisect_left
from math import log


def psi(expected, actual, bins):
    old = sorted([x for x in expected if x == x])
    new = sorted([x for x in actual if x == x])
    if not (old and new):
        return float("nan")
    cuts = []
    for i in range(1, bins):
        cut = old[i * len(old) // bins]
        if not cuts or cut > cuts[-1]:
            cuts.append(cut)
    total = 0.0
    done_old = done_new = 0
    for cut in cuts + [None]:
        end_old = len(old) if cut is None else bisect_left(old, cut)
        end_new = len(new) if cut is None else bisect_left(new, cut)
        p = (end_old - done_old) / len(old) if end_old > done_old else 0.0001
        q = (end_new - done_new) / len(new) if end_new > done_new else 0.0001
        total += (q - p) * (log(q) - log(p))
        done_old, done_new = end_old, end_new
    return total
