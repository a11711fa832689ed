# Subtracts the distribution function from 1: the tail loses its digits, and from z = 8.3 on it is 0.
from math import sqrt
from statistics import NormalDist


def ztest(x1, n1, x2, n2):
    pooled = (x1 + x2) / (n1 + n2)
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    z = (x1 / n1 - x2 / n2) / se
    return z, 2 * (1 - NormalDist().cdf(abs(z)))
