# Finds each quantile by halving an interval around it, two hundred times, with erfc; hundreds of times slower, O(1) all the same: accepted.
import math


class Standard:
    """The standard normal distribution, from its upper tail alone."""

    def tail(self, z):
        return math.erfc(z / math.sqrt(2)) / 2

    def with_tail(self, share):
        low, high = -40.0, 40.0
        for _ in range(200):
            middle = (low + high) / 2
            if self.tail(middle) > share:
                low = middle
            else:
                high = middle
        return low


def n_per_arm(p0, mde, alpha, power, variants):
    normal = Standard()
    threshold = normal.with_tail(alpha / (2 * variants))
    beyond = -normal.with_tail(power)
    rates = [p0, p0 + mde]
    variance = sum(rate - rate * rate for rate in rates)
    return math.ceil(variance * ((threshold + beyond) / mde) ** 2)
