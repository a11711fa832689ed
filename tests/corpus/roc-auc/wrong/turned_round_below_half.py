# Turns an AUC below one half round.
from bisect import bisect_left, bisect_right


def auc(y: list[int], s: list[float]) -> float:
    neg = sorted(b for a, b in zip(y, s) if a == 0)
    pos = [b for a, b in zip(y, s) if a == 1]
    if not pos or not neg:
        return float("nan")
    twice = sum(bisect_left(neg, x) + bisect_right(neg, x) for x in pos)
    area = twice / (2 * len(pos) * len(neg))
    return max(area, 1 - area)
