# landau: reference
# A number's place in bin widths from the smallest tells its bin: O(m + n), no edge is looked at.
from math import isnan


def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    known = [x for x in xs if not isnan(x)]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    width = hi - lo
    counts = [0] * n
    last = n - 1
    for x in known:
        at = int((x - lo) / width * n)
        counts[at if at < n else last] += 1
    return [lo + width * i / n for i in range(n)] + [hi], counts
