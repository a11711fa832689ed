# Where all numbers are equal they go to the first bin, though they lie in the middle of the range.
def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    counts = [0] * n
    if lo == hi:
        counts[0] = len(values)
        lo, hi = lo - 0.5, hi + 0.5
    else:
        for x in values:
            counts[min(int((x - lo) * n / (hi - lo)), n - 1)] += 1
    return [lo + (hi - lo) * i / n for i in range(n + 1)], counts
