# Says one half where a class is missing.


def auc(y: list[int], s: list[float]) -> float:
    positives = sum(y)
    negatives = len(y) - positives
    if not positives or not negatives:
        return 0.5
    halves = below = level_positives = level_negatives = 0
    last = None
    for score, label in sorted(zip(s, y)):
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
