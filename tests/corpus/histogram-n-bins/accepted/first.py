# Compute each number's bin directly; the largest number goes to the last bin.
def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    counts = [0] * n
    if lo == hi:
        # the single number lies in the middle of its range
        counts[n // 2] = len(values)
        lo, hi = lo - 0.5, hi + 0.5
    else:
        width = hi - lo
        last = n - 1
        for x in values:
            i = int((x - lo) * n / width)
            counts[i if i < n else last] += 1
    edges = [lo + (hi - lo) * i / n for i in range(n + 1)]
    return edges, counts
