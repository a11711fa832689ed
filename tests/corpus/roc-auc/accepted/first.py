# Sort by score and count, group by group of equal scores, twice the pairs won.
from itertools import groupby


def auc(y: list[int], s: list[float]) -> float:
    positives = sum(y)
    negatives = len(y) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    below = 0
    twice = 0
    for _, group in groupby(sorted(zip(s, y)), key=lambda pair: pair[0]):
        pos = neg = 0
        for _, label in group:
            if label:
                pos += 1
            else:
                neg += 1
        twice += pos * (2 * below + neg)
        below += neg
    return twice / (2 * positives * negatives)
