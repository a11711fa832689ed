# Adds up the lower tail and subtracts it from 1: below 1e-16 nothing is left.
from math import exp, lgamma, log


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    p = 1 - lower((len(counts) - 1) / 2, chi2 / 2)
    return chi2, p, p < 0.001


def lower(a, h):
    if h == 0:
        return 0.0
    if h > a + 40 * (a + 40) ** 0.5:
        return 1.0
    term = total = exp(a * log(h) - h - lgamma(a + 1))
    n = a
    while n < h or term > total * 1e-17:
        n += 1
        term *= h / n
        total += term
    return min(1.0, total)
