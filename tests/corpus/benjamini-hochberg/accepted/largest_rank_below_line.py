# The usual recipe for the rejections, the definition for the adjusted values.
import math


def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    tests = sorted((x, i) for i, x in enumerate(p) if not math.isnan(x))
    m = len(tests)
    cut = 0
    for k, (x, _) in enumerate(tests, 1):
        if m * x / k <= q:
            cut = k
    rejected = sorted(i for _, i in tests[:cut])
    adjusted = [math.nan] * len(p)
    least = math.inf
    k = m
    for x, i in reversed(tests):
        least = min(least, m * x / k)
        adjusted[i] = least
        k -= 1
    return rejected, adjusted
