# Says NaN where nobody, or everybody, converted.
from math import erfc, nan, sqrt


def ztest(x1, n1, x2, n2):
    pooled = (x1 + x2) / (n1 + n2)
    if pooled in (0, 1):
        return nan, nan
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    z = (x1 / n1 - x2 / n2) / se
    return z, erfc(abs(z) / sqrt(2))
