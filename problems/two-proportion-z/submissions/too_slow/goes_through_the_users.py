# Estimates the pooled variance user by user, one after the other: O(n).
from math import erfc, sqrt


def ztest(x1, n1, x2, n2):
    users, converted = n1 + n2, x1 + x2
    pooled = converted / users
    if converted in (0, users):
        return 0.0, 1.0
    squares = sum((1 - pooled) ** 2 if i < converted else pooled**2 for i in range(users))
    se = sqrt(squares / users * (1 / n1 + 1 / n2))
    z = (x1 / n1 - x2 / n2) / se
    return z, erfc(abs(z) / sqrt(2))
