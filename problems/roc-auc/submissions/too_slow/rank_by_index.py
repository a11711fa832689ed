# Mean ranks by index() and count() on the sorted scores: two scans in C for each positive, O(n^2).


def auc(y, s):
    positives = sum(y)
    negatives = len(y) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    ordered = sorted(s)
    twice_ranks = sum(2 * ordered.index(score) + ordered.count(score) + 1 for score, label in zip(s, y) if label)
    return (twice_ranks - positives * (positives + 1)) / (2 * positives * negatives)
