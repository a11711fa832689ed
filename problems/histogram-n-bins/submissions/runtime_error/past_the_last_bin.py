# The largest number has the place n, and there is no such bin: an IndexError on the first sample.


def histogram(xs, n):
    known = [x for x in xs if x == x]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo, hi = lo - 0.5, hi + 0.5
    counts = [0] * n
    for x in known:
        counts[int((x - lo) / (hi - lo) * n)] += 1
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
