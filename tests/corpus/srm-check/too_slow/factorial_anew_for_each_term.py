# sums the logarithms of the factorial again for each term
import math


def srm(counts: list[int], ratios: list[float]) -> tuple[float, float, bool]:
    users = sum(counts)
    if users == 0 or len(counts) == 1:
        return 0.0, 1.0, False
    total = sum(ratios)
    chi2 = 0.0
    for count, ratio in zip(counts, ratios, strict=True):
        e = users * ratio / total
        chi2 += (count - e) ** 2 / e
    h = chi2 / 2
    if h == 0:
        return 0.0, 1.0, False
    d = len(counts) - 1
    half = (d % 2) / 2
    terms = [math.erfc(math.sqrt(h))] if d % 2 else []
    for i in range(d // 2):
        log_gamma = math.lgamma(half + 1)
        for j in range(1, i + 1):
            log_gamma += math.log(j + half)
        terms.append(math.exp((i + half) * math.log(h) - h - log_gamma))
    p = min(1.0, math.fsum(terms))
    return chi2, p, p < 0.001
