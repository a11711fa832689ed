# Pearson's chi-square of the 2x2 table in exact ints, divided once; its root is z: accepted.
import math


def ztest(x1, n1, x2, n2):
    users, converted = n1 + n2, x1 + x2
    without = users - converted
    if converted == 0 or without == 0:
        return (0.0, 1.0)
    cross = x1 * (n2 - x2) - x2 * (n1 - x1)
    chi_square = users * cross**2 / (n1 * n2 * converted * without)
    return (math.copysign(math.sqrt(chi_square), cross), math.erfc(math.sqrt(chi_square / 2)))
