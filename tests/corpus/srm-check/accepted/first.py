# Pearson's sum; every term of the tail is taken as one exponential of a logarithm
import math


def srm(counts: list[int], ratios: list[float]) -> tuple[float, float, bool]:
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    total = math.fsum(ratios)
    parts = []
    for count, ratio in zip(counts, ratios, strict=True):
        e = users * ratio / total
        parts.append((count - e) ** 2 / e)
    chi2 = math.fsum(parts)
    h = chi2 / 2
    if h == 0:
        return 0.0, 1.0, False
    d = len(counts) - 1
    log_h = math.log(h)
    if d % 2 == 0:
        s = 0.0
        terms = []
    else:
        s = 0.5
        terms = [math.erfc(math.sqrt(h))]
    for _ in range(d // 2):
        terms.append(math.exp(s * log_h - h - math.lgamma(s + 1)))
        s += 1
    p = min(1.0, math.fsum(terms))
    return chi2, p, p < 0.001
