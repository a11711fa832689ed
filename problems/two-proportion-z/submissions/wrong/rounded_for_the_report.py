# Rounds both to four digits, as a report prints them.
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    pooled = (x1 + x2) / (n1 + n2)
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    z = (x1 / n1 - x2 / n2) / se
    return round(z, 4), round(erfc(abs(z) / sqrt(2)), 4)
