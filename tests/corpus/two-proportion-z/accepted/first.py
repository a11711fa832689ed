# z from whole numbers up to one square root, p by erfc
import math


def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    users = n1 + n2
    hits = x1 + x2
    if hits == 0 or hits == users:
        return 0.0, 1.0
    variance = n1 * n2 * hits * (users - hits) / users
    z = (x1 * n2 - x2 * n1) / math.sqrt(variance)
    return z, math.erfc(abs(z) / math.sqrt(2))
