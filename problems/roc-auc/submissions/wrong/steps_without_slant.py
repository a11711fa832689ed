# Rectangles under the curve instead of trapezoids: each tie counts with its right, higher end.


def auc(y, s):
    positives = sum(y)
    negatives = len(y) - positives
    if positives == 0 or negatives == 0:
        return float("nan")
    steps = {}
    for label, score in zip(y, s):
        step = steps.setdefault(score, [0, 0])
        step[label] += 1
    area = up = 0
    for score in sorted(steps, reverse=True):
        right, rise = steps[score]
        up += rise
        area += right * up
    return area / (positives * negatives)
