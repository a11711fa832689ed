# Another right algorithm: take the largest p-value from a heap each time, and cut by the step-up line apart from that.
from heapq import heapify, heappop
from math import isnan, nan


def bh(p, q):
    heap = [(-x, i) for i, x in enumerate(p) if not isnan(x)]
    heapify(heap)
    m = len(heap)
    adjusted = [nan] * len(p)
    least, cut = 1.0, -1.0
    while heap:
        rank = len(heap)
        negative, i = heappop(heap)
        least = min(least, -negative * m / rank)
        adjusted[i] = least
        if cut < 0 and -negative <= q * rank / m:
            cut = -negative
    return [i for i, x in enumerate(p) if x <= cut], adjusted
