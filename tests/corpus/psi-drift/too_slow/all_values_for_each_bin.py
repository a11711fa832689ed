# counts each bin by going through all values
import math


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = sorted(v for v in expected if not math.isnan(v))
    new = [v for v in actual if not math.isnan(v)]
    if not old or not new:
        return float("nan")
    cuts = sorted({old[i * len(old) // bins] for i in range(1, bins)})
    edges = [-math.inf, *cuts, math.inf]
    total = 0.0
    for low, high in zip(edges, edges[1:], strict=False):
        p = sum(1 for v in old if low <= v < high) / len(old) or 0.0001
        q = sum(1 for v in new if low <= v < high) / len(new) or 0.0001
        total += (q - p) * math.log(q / p)
    return total
