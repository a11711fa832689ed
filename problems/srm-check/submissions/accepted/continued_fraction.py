# The tail by the incomplete gamma function: a series below its bend, a continued fraction above: accepted.
import math


def lower_by_series(a, h):
    term = total = 1 / a
    n = a
    while term > total * 1e-17:
        n += 1
        term *= h / n
        total += term
    return total


def upper_by_fraction(a, h):
    """Lentz's way from the front, until it stands still."""
    b = h + 1 - a
    c, d = 1e300, 1 / b
    value = d
    for i in range(1, 1_000_000):
        an = -i * (i - a)
        b += 2
        d = 1 / (an * d + b)
        c = b + an / c
        value *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return value


def srm(counts, ratios):
    users, whole = sum(counts), math.fsum(ratios)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    chi2 = math.fsum((c * whole - users * r) ** 2 / (users * whole * r) for c, r in zip(counts, ratios))
    a, h = (len(counts) - 1) / 2, chi2 / 2
    if h == 0:
        return 0.0, 1.0, False
    front = math.exp(a * math.log(h) - h - math.lgamma(a))
    p = 1 - front * lower_by_series(a, h) if h < a + 1 else front * upper_by_fraction(a, h)
    return chi2, p, p < 0.001
