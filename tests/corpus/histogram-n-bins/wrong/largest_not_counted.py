# Every bin is open to the right, the last one too, and the largest number is lost.
def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    width = hi - lo
    counts = [0] * n
    for x in values:
        i = int((x - lo) * n / width)
        if i < n:
            counts[i] += 1
    return [lo + width * i / n for i in range(n + 1)], counts
