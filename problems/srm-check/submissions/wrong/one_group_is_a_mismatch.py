# Has no word for a single group: the empty sum says p = 0.
from math import erfc, exp, lgamma, log, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    h, d = chi2 / 2, len(counts) - 1
    p = erfc(sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        s = i + d % 2 / 2
        p += exp(s * log(h) - h - lgamma(s + 1)) if h else float(s == 0)
    return chi2, p, p < 0.001
