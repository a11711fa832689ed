# Pools by the mean of both rates, as if the groups were equally large.
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    r1, r2 = x1 / n1, x2 / n2
    pooled = (r1 + r2) / 2
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    z = (r1 - r2) / se
    return z, erfc(abs(z) / sqrt(2))
