# landau: reference
# Two sums, one pass for the statistic, and the tail's terms by their logarithms: O(n).
from math import erfc, exp, lgamma, log, sqrt


def srm(counts: list[int], ratios: list[float]) -> tuple[float, float, bool]:
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    each = users / sum(ratios)
    chi2 = 0.0
    for count, ratio in zip(counts, ratios):
        expected = each * ratio
        chi2 += (count - expected) ** 2 / expected
    p = tail(chi2 / 2, len(counts) - 1)
    return chi2, p, p < 0.001


def tail(h: float, d: int) -> float:
    if h == 0:
        return 1.0
    p = erfc(sqrt(h)) if d % 2 else 0.0
    s, log_h = d % 2 / 2, log(h)
    while s < d / 2:
        p += exp(s * log_h - h - lgamma(s + 1))
        s += 1
    return p
