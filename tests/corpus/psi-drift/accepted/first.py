# cuts from the sorted old sample without repeats, then a bisection for each value
import math
from bisect import bisect_right


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
        p[bisect_right(cuts, v)] += 1
    for v in new:
        q[bisect_right(cuts, v)] += 1
    terms = []
    for a, b in zip(p, q, strict=True):
        share_old = a / n if a else 0.0001
        share_new = b / len(new) if b else 0.0001
        terms.append((share_new - share_old) * math.log(share_new / share_old))
    return math.fsum(terms)
