# p as 1 minus the lower tail's series, so tiny p have no digits
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
    a = (len(counts) - 1) / 2
    lower = 0.0
    s = a
    while True:
        term = math.exp(s * math.log(h) - h - math.lgamma(s + 1))
        lower += term
        s += 1
        if s > h and term < 1e-18:
            break
        if s > h + 60 * math.sqrt(h) + 1000:
            break
    p = max(0.0, 1 - lower)
    return chi2, p, p < 0.001
