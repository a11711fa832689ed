# divides by a standard error of 0 where nobody or everybody converted
import math


def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    r = (x1 + x2) / (n1 + n2)
    z = (x1 / n1 - x2 / n2) / math.sqrt(r * (1 - r) * (1 / n1 + 1 / n2))
    return z, math.erfc(abs(z) / math.sqrt(2))
