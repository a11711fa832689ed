# Equal scores count nothing.
from bisect import bisect_left


def auc(y: list[int], s: list[float]) -> float:
    neg = sorted(b for a, b in zip(y, s) if a == 0)
    pos = [b for a, b in zip(y, s) if a == 1]
    if not pos or not neg:
        return float("nan")
    return sum(bisect_left(neg, x) for x in pos) / (len(pos) * len(neg))
