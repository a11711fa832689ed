# Mann-Whitney: sum of the positive examples' ranks, equal scores share their average rank.
def auc(y: list[int], s: list[float]) -> float:
    n = len(y)
    order = sorted(range(n), key=s.__getitem__)
    pos = sum(y)
    neg = n - pos
    if pos * neg == 0:
        return float("nan")
    doubled = 0
    i = 0
    while i < n:
        j = i
        while j < n and s[order[j]] == s[order[i]]:
            j += 1
        # ranks i + 1 to j, twice their average
        hits = sum(y[order[k]] for k in range(i, j))
        doubled += hits * (i + 1 + j)
        i = j
    return (doubled - pos * (pos + 1)) / (2 * pos * neg)
