# The definition as it stands: every positive with every negative, O(P * N).


def auc(y, s):
    positives = [score for label, score in zip(y, s) if label == 1]
    negatives = [score for label, score in zip(y, s) if label == 0]
    if not positives or not negatives:
        return float("nan")
    halves = 0
    for a in positives:
        for b in negatives:
            halves += 2 if a > b else 1 if a == b else 0
    return halves / (2 * len(positives) * len(negatives))
