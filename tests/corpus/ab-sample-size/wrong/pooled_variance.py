# variance of both arms at the mean rate
import math
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    q = NormalDist().inv_cdf
    p1 = p0 + mde
    level = alpha / variants
    z = q(1 - level / 2) + q(power)
    n = z * z * (2 * (p0 + p1) / 2 * (1 - (p0 + p1) / 2)) / mde**2
    return math.ceil(n)
