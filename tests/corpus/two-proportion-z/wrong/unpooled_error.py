# the standard error of two separate rates
import math


def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    r1 = x1 / n1
    r2 = x2 / n2
    se = math.sqrt(r1 * (1 - r1) / n1 + r2 * (1 - r2) / n2)
    if se == 0:
        return 0.0, 1.0
    z = (r1 - r2) / se
    return z, math.erfc(abs(z) / math.sqrt(2))
