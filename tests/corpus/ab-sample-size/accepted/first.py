# the formula with quantiles of statistics.NormalDist, rounded up
import math
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    normal = NormalDist()
    p1 = p0 + mde
    z = normal.inv_cdf(1 - alpha / variants / 2) + normal.inv_cdf(power)
    return math.ceil(z * z * (p0 * (1 - p0) + p1 * (1 - p1)) / (mde * mde))
