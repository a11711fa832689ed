# Shares out what may be missed as well as what may be found by chance.
from math import ceil
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    quantile = NormalDist().inv_cdf
    p1 = p0 + mde
    distance = quantile(1 - alpha / variants / 2) + quantile(1 - (1 - power) / variants)
    return ceil(distance**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2)
