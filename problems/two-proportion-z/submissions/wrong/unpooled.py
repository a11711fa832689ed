# Adds each group's own variance: that is the standard error of the interval, not of the test.
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    r1, r2 = x1 / n1, x2 / n2
    se = sqrt(r1 * (1 - r1) / n1 + r2 * (1 - r2) / n2)
    if se == 0:
        return 0.0, 1.0
    z = (r1 - r2) / se
    return z, erfc(abs(z) / sqrt(2))
