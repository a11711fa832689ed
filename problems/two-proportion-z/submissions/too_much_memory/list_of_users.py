# Rebuilds the users as zeros and ones, to ask the list for its sum: O(n) memory.
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    users = [1] * x1 + [0] * (n1 - x1) + [1] * x2 + [0] * (n2 - x2)
    pooled = sum(users) / len(users)
    if pooled in (0, 1):
        return 0.0, 1.0
    se = sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))
    z = (x1 / n1 - x2 / n2) / se
    return z, erfc(abs(z) / sqrt(2))
