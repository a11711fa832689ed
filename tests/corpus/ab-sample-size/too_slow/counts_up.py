# tries one size after the other
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    normal = NormalDist()
    p1 = p0 + mde
    z = normal.inv_cdf(1 - alpha / (2 * variants)) + normal.inv_cdf(power)
    variance = p0 * (1 - p0) + p1 * (1 - p1)
    need = z * z * variance / (mde * mde)
    n = 1
    while n < need:
        n += 1
    return n
