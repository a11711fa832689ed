# Goes in steps of a hundred and then back one by one: a hundredth of O(n) is O(n).
from math import sqrt
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    normal = NormalDist()
    needed = normal.inv_cdf(1 - alpha / variants / 2) + normal.inv_cdf(power)
    spread = sqrt(p0 * (1 - p0) + (p0 + mde) * (1 - p0 - mde))
    n = 100
    while abs(mde) * sqrt(n) / spread < needed:
        n += 100
    while n > 1 and abs(mde) * sqrt(n - 1) / spread >= needed:
        n -= 1
    return n
