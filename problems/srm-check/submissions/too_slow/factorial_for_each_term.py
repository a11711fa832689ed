# Adds up the logarithms of a factorial anew for each term: O(n^2).
from math import erfc, exp, log, pi, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    h, d = chi2 / 2, len(counts) - 1
    if h == 0:
        return chi2, 1.0, False
    odd = d % 2 / 2
    p = erfc(sqrt(h)) if d % 2 else 0.0
    first = odd * log(h) - h - (log(sqrt(pi) / 2) if d % 2 else 0.0)
    for i in range(d // 2):
        p += exp(first + sum(log(h / (j + odd)) for j in range(1, i + 1)))
    return chi2, p, p < 0.001
