# Sorts scores and labels where they lie, as a C programmer would: the right area, and the caller's lists in another order.


def auc(y, s):
    order = sorted(range(len(s)), key=s.__getitem__)
    y[:] = [y[i] for i in order]
    s[:] = [s[i] for i in order]
    positives = sum(y)
    negatives = len(y) - positives
    if not positives or not negatives:
        return float("nan")
    halves = below = at = 0
    while at < len(s):
        end = at
        while end < len(s) and s[end] == s[at]:
            end += 1
        won = sum(y[at:end])
        level = end - at - won
        halves += won * (2 * below + level)
        below += level
        at = end
    return halves / (2 * positives * negatives)
