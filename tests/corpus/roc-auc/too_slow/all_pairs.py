# Compares every positive example with every negative one.
def auc(y: list[int], s: list[float]) -> float:
    pos = [b for a, b in zip(y, s) if a == 1]
    neg = [b for a, b in zip(y, s) if a == 0]
    if not pos or not neg:
        return float("nan")
    twice = 0
    for a in pos:
        for b in neg:
            if a > b:
                twice += 2
            elif a == b:
                twice += 1
    return twice / (2 * len(pos) * len(neg))
