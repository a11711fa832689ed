# Takes the effect for a share of the rate.
from math import ceil
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    quantile = NormalDist().inv_cdf
    p1 = p0 * (1 + mde)
    distance = quantile(1 - alpha / variants / 2) + quantile(power)
    return ceil(distance**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / (p1 - p0) ** 2)
