# The tail in plain Python: a series near 0, a continued fraction of 400 steps beyond; a hundred times slower, O(1) all the same: accepted.
import math


class Normal:
    def density(self, z):
        return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)

    def upper_tail(self, z):
        if z < 2:
            term = total = z
            for k in range(1, 200):
                term *= z * z / (2 * k + 1)
                total += term
            return 0.5 - self.density(z) * total
        below = 0.0
        for k in range(400, 0, -1):
            below = k / (z + below)
        return self.density(z) / (z + below)


def ztest(x1, n1, x2, n2):
    everyone = n1 + n2
    rate = (x1 + x2) / everyone
    if rate in (0, 1):
        return 0.0, 1.0
    variance = rate * (everyone - x1 - x2) / everyone
    z = (x1 * n2 - x2 * n1) / (n1 * n2) / math.sqrt(variance / n1 + variance / n2)
    return z, 2 * Normal().upper_tail(abs(z))
