# The curve by the textbook: for each different score, counts all again that lie above it: O(n^2) if scores differ.


def auc(y, s):
    positives = sum(y)
    negatives = len(y) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    area = 0
    x = up = 0
    for threshold in sorted(set(s), reverse=True):
        above = [label for label, score in zip(y, s) if score >= threshold]
        next_up = sum(above)
        next_x = len(above) - next_up
        area += (next_x - x) * (next_up + up)
        x, up = next_x, next_up
    return area / (2 * positives * negatives)
