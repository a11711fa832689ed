# Divides by the number of pairs, also if there are none.
from bisect import bisect_left, bisect_right


def auc(y: list[int], s: list[float]) -> float:
    neg = sorted(b for a, b in zip(y, s) if a == 0)
    pos = [b for a, b in zip(y, s) if a == 1]
    twice = sum(bisect_left(neg, x) + bisect_right(neg, x) for x in pos)
    return twice / (2 * len(pos) * len(neg))
