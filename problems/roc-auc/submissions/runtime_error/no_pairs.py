# Divides by the number of pairs, which is 0 where a class is missing.


def auc(y, s):
    halves = below = 0
    ties = {}
    for label, score in zip(y, s):
        ties.setdefault(score, [0, 0])[label] += 1
    for score in sorted(ties):
        negatives, positives = ties[score]
        halves += positives * (2 * below + negatives)
        below += negatives
    return halves / (2 * sum(y) * (len(y) - sum(y)))
