# Takes scores from one half on for a guess "positive" and returns the share of right guesses: that is accuracy.


def auc(y, s):
    if not 0 < sum(y) < len(y):
        return float("nan")
    return sum((score >= 0.5) == (label == 1) for label, score in zip(y, s)) / len(y)
