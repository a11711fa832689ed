# doubles, then bisects for the least size whose detectable effect is small enough
from statistics import NormalDist


def n_per_arm(p0: float, mde: float, alpha: float, power: float, variants: int) -> int:
    normal = NormalDist()
    p1 = p0 + mde
    need = (normal.inv_cdf(1 - alpha / (2 * variants)) + normal.inv_cdf(power)) ** 2
    need *= p0 * (1 - p0) + p1 * (1 - p1)
    high = 1
    while high * mde * mde < need:
        high *= 2
    low = high // 2
    while high - low > 1:
        mid = (low + high) // 2
        if mid * mde * mde < need:
            low = mid
        else:
            high = mid
    return high
