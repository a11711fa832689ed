# every comparison gets the whole alpha
import math
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    q = NormalDist().inv_cdf
    p1 = p0 + mde
    z = q(1 - alpha / 2) + q(power)
    return math.ceil(z**2 * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2)
