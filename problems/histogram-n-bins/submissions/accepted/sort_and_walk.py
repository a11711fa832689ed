# Sorts the values in C and walks along values and edges together: O(m log m + n): accepted.


def histogram(xs, n):
    known = sorted(x for x in xs if x == x)
    if not known:
        return [], []
    lo, hi = known[0], known[-1]
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    edges = [lo + (hi - lo) * i / n for i in range(n)] + [hi]
    counts = []
    at = 0
    for right in edges[1:-1]:
        start = at
        while at < len(known) and known[at] < right:
            at += 1
        counts.append(at - start)
    return edges, [*counts, len(known) - at]
