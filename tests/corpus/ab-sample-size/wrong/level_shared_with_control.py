# level shared by all arms, the control too
import math
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    q = NormalDist().inv_cdf
    p1 = p0 + mde
    level = alpha / (variants + 1)
    z = q(1 - level / 2) + q(power)
    n = z * z * (p0 * (1 - p0) + p1 * (1 - p1)) / mde**2
    return math.ceil(n)
