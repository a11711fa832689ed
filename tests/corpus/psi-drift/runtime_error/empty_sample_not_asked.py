# divides by the number of values without asking for an empty sample
import math
from bisect import bisect_right
from collections import Counter


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = sorted(v for v in expected if not math.isnan(v))
    new = [v for v in actual if not math.isnan(v)]
    cuts = sorted({old[i * len(old) // bins] for i in range(1, bins)})
    p = Counter(bisect_right(cuts, v) for v in old)
    q = Counter(bisect_right(cuts, v) for v in new)
    total = 0.0
    for i in range(len(cuts) + 1):
        x = p[i] / len(old) or 0.0001
        y = q[i] / len(new) or 0.0001
        total += (y - x) * math.log(y / x)
    return total
