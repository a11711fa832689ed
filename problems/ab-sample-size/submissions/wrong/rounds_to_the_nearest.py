# Rounds to the nearest whole number: half of the time one user too few.
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    quantile = NormalDist().inv_cdf
    p1 = p0 + mde
    distance = quantile(1 - alpha / variants / 2) + quantile(power)
    return max(1, round(distance**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2))
