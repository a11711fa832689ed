# a value that is a cut is put below it
import math
from bisect import bisect_left


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = sorted(v for v in expected if not math.isnan(v))
    new = [v for v in actual if not math.isnan(v)]
    if not old or not new:
        return float("nan")
    n = len(old)
    cuts = sorted({old[i * n // bins] for i in range(1, bins)})
    p = [0] * (len(cuts) + 1)
    q = [0] * (len(cuts) + 1)
    for v in old:
        p[bisect_left(cuts, v)] += 1
    for v in new:
        q[bisect_left(cuts, v)] += 1
    total = 0.0
    for a, b in zip(p, q, strict=True):
        x = a / n
        y = b / len(new)
        x = x or 0.0001
        y = y or 0.0001
        total += (y - x) * math.log(y / x)
    return total
