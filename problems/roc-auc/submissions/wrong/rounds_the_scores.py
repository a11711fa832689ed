# Compares scores rounded to six decimals, so that near ones become ties.


def auc(y: list[int], s: list[float]) -> float:
    positives = sum(y)
    negatives = len(y) - positives
    if not positives or not negatives:
        return float("nan")
    halves = below = level_positives = level_negatives = 0
    last = None
    for score, label in sorted((round(score, 6), label) for score, label in zip(s, y)):
        if score != last:
            halves += level_positives * (2 * below + level_negatives)
            below += level_negatives
            level_positives = level_negatives = 0
            last = score
        if label:
            level_positives += 1
        else:
            level_negatives += 1
    halves += level_positives * (2 * below + level_negatives)
    return halves / (2 * positives * negatives)
