# All by numpy; logarithms of the terms as running sums: in C, faster than the reference: accepted.
import math

import numpy as np


def srm(counts, ratios):
    observed, weights = np.asarray(counts, dtype=float), np.asarray(ratios)
    users = observed.sum()
    if users == 0 or observed.size == 1:
        return 0.0, 1.0, False
    expected = users * (weights / weights.sum())
    chi2 = ((observed - expected) ** 2 / expected).sum()
    p = tail(chi2 / 2, observed.size - 1) if chi2 > 0 else 1.0
    return chi2, p, p < 0.001


def tail(h, d):
    odd = d % 2
    p = math.erfc(math.sqrt(h)) if odd else 0.0
    if d < 2:
        return p
    first = -h + (0.5 * math.log(h) - math.lgamma(1.5) if odd else 0.0)
    steps = np.log(h / (np.arange(1, d // 2) + odd / 2))
    logs = np.concatenate([[first], first + np.cumsum(steps)])
    return p + np.exp(logs).sum()
