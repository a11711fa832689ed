# Does not take the missing values out: int() of NaN is a ValueError.


def histogram(xs, n):
    if not xs:
        return [], []
    lo, hi = min(xs), max(xs)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    counts = [0] * n
    for x in xs:
        counts[min(int((x - lo) / (hi - lo) * n), n - 1)] += 1
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
