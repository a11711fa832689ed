# Bisects among the sizes up to a million, enough for everybody: where the effect is small it runs off the end.
from bisect import bisect_left
from math import sqrt
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    normal = NormalDist()
    needed = normal.inv_cdf(1 - alpha / variants / 2) + normal.inv_cdf(power)
    spread = sqrt(p0 * (1 - p0) + (p0 + mde) * (1 - p0 - mde))
    sizes = range(1, 1_000_001)
    return sizes[bisect_left(sizes, needed, key=lambda n: abs(mde) * sqrt(n) / spread)]
