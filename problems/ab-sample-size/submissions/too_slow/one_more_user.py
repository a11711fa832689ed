# Tries one size after the other until the power is there: O(n) for an answer of n.
from math import sqrt
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    normal = NormalDist()
    needed = normal.inv_cdf(1 - alpha / variants / 2) + normal.inv_cdf(power)
    spread = sqrt(p0 * (1 - p0) + (p0 + mde) * (1 - p0 - mde))
    n = 1
    while abs(mde) * sqrt(n) / spread < needed:
        n += 1
    return n
