# Keeps both classes sorted by insort as they come: each insertion moves what is behind it, all of it on falling scores: O(n^2).
from bisect import bisect_left, bisect_right, insort


def auc(y, s):
    sorted_ones = [], []
    halves = 0
    for label, score in zip(y, s):
        others = sorted_ones[1 - label]
        below_or_level = bisect_left(others, score) + bisect_right(others, score)
        halves += below_or_level if label else 2 * len(others) - below_or_level
        insort(sorted_ones[label], score)
    negatives, positives = map(len, sorted_ones)
    if not positives or not negatives:
        return float("nan")
    return halves / (2 * positives * negatives)
