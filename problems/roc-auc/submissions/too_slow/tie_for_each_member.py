# Walks to both ends of its tie from each positive: nothing where scores differ, O(n^2) where there are ten of them.


def auc(y, s):
    positives = sum(y)
    negatives = len(y) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    ranked = sorted(zip(s, y))
    twice_ranks = 0
    for i, (score, label) in enumerate(ranked):
        if label:
            first = last = i
            while first > 0 and ranked[first - 1][0] == score:
                first -= 1
            while last + 1 < len(ranked) and ranked[last + 1][0] == score:
                last += 1
            twice_ranks += first + last + 2
    return (twice_ranks - positives * (positives + 1)) / (2 * positives * negatives)
