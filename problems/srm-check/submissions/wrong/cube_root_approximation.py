# Wilson and Hilferty's normal approximation by the cube root: three digits, and fewer in the tail.
from math import erfc, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    d = len(counts) - 1
    z = ((chi2 / d) ** (1 / 3) - (1 - 2 / (9 * d))) / sqrt(2 / (9 * d))
    p = erfc(z / sqrt(2)) / 2
    return chi2, p, p < 0.001
