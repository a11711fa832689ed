# Gives both arms the variance at the mean of the two rates.
from math import ceil
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    quantile = NormalDist().inv_cdf
    mean = p0 + mde / 2
    distance = quantile(1 - alpha / variants / 2) + quantile(power)
    return ceil(distance**2 * 2 * mean * (1 - mean) / mde**2)
