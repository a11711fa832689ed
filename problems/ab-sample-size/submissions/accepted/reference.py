# landau: reference
# The formula as it stands, by the standard library's quantiles, rounded up: O(1).
from math import ceil
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    quantile = NormalDist().inv_cdf
    p1 = p0 + mde
    distance = quantile(1 - alpha / variants / 2) + quantile(power)
    return ceil(distance**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2)
