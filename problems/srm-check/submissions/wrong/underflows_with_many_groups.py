# Makes each term of the one before, beginning with exp(-h): that is 0 from h = 745 on, and so is all that follows.
from math import erfc, exp, pi, sqrt


def srm(counts, ratios):
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = sum((c - each * r) ** 2 / (each * r) for c, r in zip(counts, ratios))
    p = tail(chi2 / 2, len(counts) - 1)
    return chi2, p, p < 0.001


def tail(h, d):
    if d % 2:
        p, term, s = erfc(sqrt(h)), exp(-h) * sqrt(h) / (sqrt(pi) / 2), 0.5
    else:
        p, term, s = 0.0, exp(-h), 0
    while s < d / 2:
        p += term
        s += 1
        term *= h / s
    return p
