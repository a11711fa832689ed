# goes through all users to count and to sum the squares
import math


def ztest(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    users = 0
    hits = 0
    for x, n in ((x1, n1), (x2, n2)):
        for i in range(n):
            users += 1
            if i < x:
                hits += 1
    if hits in (0, users):
        return 0.0, 1.0
    r = hits / users
    z = (x1 / n1 - x2 / n2) / math.sqrt(r * (1 - r) * (1 / n1 + 1 / n2))
    return z, math.erfc(abs(z) / math.sqrt(2))
