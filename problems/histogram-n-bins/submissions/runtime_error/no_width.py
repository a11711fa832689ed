# Divides by the width of the range, which is 0 where all numbers are equal.


def histogram(xs, n):
    known = [x for x in xs if x == x]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    counts = [0] * n
    for x in known:
        counts[min(int((x - lo) / (hi - lo) * n), n - 1)] += 1
    return [lo + (hi - lo) * i / n for i in range(n)] + [hi], counts
