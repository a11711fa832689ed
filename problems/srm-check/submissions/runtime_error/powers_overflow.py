# The formula as it stands: with many groups a power of h is too large for a float, and raises.
from math import erfc, exp, gamma, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    h, d = chi2 / 2, len(counts) - 1
    p = erfc(sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        s = i + d % 2 / 2
        p += exp(-h) * h**s / gamma(s + 1)
    return chi2, p, p < 0.001
