# Takes the ratios for shares: right only where they sum to 1.
from math import erfc, exp, lgamma, log, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    chi2 = sum((c - users * r) ** 2 / (users * r) for c, r in zip(counts, ratios))
    p = tail(chi2 / 2, len(counts) - 1)
    return chi2, p, p < 0.001


def tail(h, d):
    if h == 0:
        return 1.0
    p = erfc(sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        s = i + d % 2 / 2
        p += exp(s * log(h) - h - lgamma(s + 1))
    return p
