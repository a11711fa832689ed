# as many degrees of freedom as groups
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
    d = len(counts)
    half = (d % 2) / 2
    p = math.erfc(math.sqrt(h)) if d % 2 else 0.0
    for i in range(d // 2):
        p += math.exp((i + half) * math.log(h) - h - math.lgamma(i + half + 1))
    p = min(p, 1.0)
    return chi2, p, p < 0.001
