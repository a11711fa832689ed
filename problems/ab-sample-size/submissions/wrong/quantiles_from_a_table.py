# Knows 1.96, 0.84 and their kin by heart, and looks the others up with two decimals.
from math import ceil
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    p1 = p0 + mde
    threshold = round(NormalDist().inv_cdf(1 - alpha / variants / 2), 2)
    beyond = round(NormalDist().inv_cdf(power), 2)
    return ceil((threshold + beyond) ** 2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2)
