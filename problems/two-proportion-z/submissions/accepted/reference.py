# landau: reference
# The definition as it stands, and the tail by erfc, which never subtracts from 1: O(1).
from math import erfc, sqrt


def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    pooled = (x1 + x2) / (n1 + n2)
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    if se == 0:
        return 0.0, 1.0
    z = (x1 / n1 - x2 / n2) / se
    return z, erfc(abs(z) / sqrt(2))
