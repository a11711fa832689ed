# Looks each value up among the edges by its own binary search: several times slower, a logarithm more, which will do: accepted.


def last_not_above(edges, x):
    low, high = 0, len(edges) - 1
    while high - low > 1:
        middle = (low + high) // 2
        if edges[middle] <= x:
            low = middle
        else:
            high = middle
    return low


def histogram(xs, n):
    known = []
    for x in xs:
        if x == x:
            known.append(x)
    if len(known) == 0:
        return ([], [])
    lo = min(known)
    hi = max(known)
    if lo == hi:
        lo = lo - 0.5
        hi = hi + 0.5
    edges = []
    for i in range(n + 1):
        edges.append(lo + (hi - lo) * i / n)
    counts = [0 for _ in range(n)]
    for x in known:
        counts[last_not_above(edges, x)] += 1
    return (edges, counts)
