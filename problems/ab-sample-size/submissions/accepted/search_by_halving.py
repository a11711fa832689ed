# Doubles n until the power is there, then halves the interval: O(log n), which growth cannot tell from O(1): accepted.
from math import sqrt
from statistics import NormalDist


def n_per_arm(p0, mde, alpha, power, variants):
    normal = NormalDist()
    threshold = -normal.inv_cdf(alpha / variants / 2)
    spread = sqrt(p0 * (1 - p0) + (p0 + mde) * (1 - p0 - mde))

    def enough(n):
        return normal.cdf(abs(mde) * sqrt(n) / spread - threshold) >= power

    high = 1
    while not enough(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        if enough(middle):
            high = middle
        else:
            low = middle
    return high
