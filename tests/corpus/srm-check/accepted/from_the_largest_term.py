# only the largest term by logarithms, its neighbours by multiplying
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
    p = math.erfc(math.sqrt(h)) if d % 2 else 0.0
    number = d // 2
    if number:
        peak = min(number - 1, max(0, round(h - half)))
        s = peak + half
        largest = math.exp(s * math.log(h) - h - math.lgamma(s + 1))
        p += largest
        term = largest
        for i in range(peak, 0, -1):
            term *= (i + half) / h
            p += term
        term = largest
        for i in range(peak + 1, number):
            term *= h / (i + half)
            p += term
    p = min(p, 1.0)
    return chi2, p, p < 0.001
