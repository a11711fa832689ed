# both samples sorted, the number below each cut by a walk along them
import math


def shares(values: list[float], cuts: list[float]) -> list[float]:
    out = []
    i = 0
    for cut in cuts:
        begin = i
        while i < len(values) and values[i] < cut:
            i += 1
        out.append((i - begin) / len(values))
    out.append((len(values) - i) / len(values))
    return [share or 0.0001 for share in out]


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = sorted(v for v in expected if v == v)
    new = sorted(v for v in actual if v == v)
    if not (old and new):
        return math.nan
    cuts = []
    for i in range(1, bins):
        cut = old[i * len(old) // bins]
        if not cuts or cut > cuts[-1]:
            cuts.append(cut)
    return sum((q - p) * (math.log(q) - math.log(p)) for p, q in zip(shares(old, cuts), shares(new, cuts), strict=True))
