# Adds the statistic up in fractions, to be safe from rounding: their common denominator grows with every group, O(n^2) and more.
from fractions import Fraction
from math import erfc, exp, lgamma, log, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    weights = [Fraction(str(ratio)) for ratio in ratios]
    each = users / sum(weights)
    exact = Fraction(0)
    for count, weight in zip(counts, weights):
        exact += (count - each * weight) ** 2 / (each * weight)
    chi2 = float(exact)
    h, d = chi2 / 2, len(counts) - 1
    if h == 0:
        return chi2, 1.0, False
    p = erfc(sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        s = i + d % 2 / 2
        p += exp(s * log(h) - h - lgamma(s + 1))
    return chi2, p, p < 0.001
