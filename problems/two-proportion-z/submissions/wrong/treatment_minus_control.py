# Takes the first group for the control and subtracts it from the second: the sign is turned round.
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    pooled = (x1 + x2) / (n1 + n2)
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    z = (x2 / n2 - x1 / n1) / se
    return z, erfc(abs(z) / sqrt(2))
