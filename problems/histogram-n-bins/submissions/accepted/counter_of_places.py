# The same places, counted by a Counter, in C: accepted.
from collections import Counter


def histogram(xs, n):
    known = [x for x in xs if x == x]
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    if lo == hi:
        lo -= 0.5
        hi += 0.5
    scale = n / (hi - lo)
    tally = Counter([int((x - lo) * scale) for x in known])
    counts = list(map(tally.__getitem__, range(n)))
    counts[n - 1] += tally[n]
    step = (hi - lo) / n
    return [lo + i * step for i in range(n)] + [hi], counts
