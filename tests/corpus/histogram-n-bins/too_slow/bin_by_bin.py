# For each bin go through all numbers and count those that lie in it.
def histogram(xs: list[float], n: int) -> tuple[list[float], list[int]]:
    values = [x for x in xs if x == x]
    if not values:
        return [], []
    lo, hi = min(values), max(values)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n + 1)]
    counts = []
    for i in range(n - 1):
        counts.append(sum(edges[i] <= x < edges[i + 1] for x in values))
    counts.append(sum(x >= edges[n - 1] for x in values))
    return edges, counts
