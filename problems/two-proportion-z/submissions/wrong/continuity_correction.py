# Moves the rates together by half a user each, as some packages do by default.
from math import copysign, erfc, sqrt


def ztest(x1, n1, x2, n2):
    pooled = (x1 + x2) / (n1 + n2)
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    apart = x1 / n1 - x2 / n2
    apart = copysign(max(0.0, abs(apart) - (1 / n1 + 1 / n2) / 2), apart)
    z = apart / se
    return z, erfc(abs(z) / sqrt(2))
