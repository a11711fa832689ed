# Gives both arms the control's variance, as the rule of thumb does.
from math import ceil
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    quantile = NormalDist().inv_cdf
    distance = quantile(1 - alpha / variants / 2) + quantile(power)
    return ceil(distance**2 * 2 * p0 * (1 - p0) / mde**2)
