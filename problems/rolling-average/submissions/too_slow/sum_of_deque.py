# A deque that drops old values by itself, but is summed anew each day: O(n k).
from collections import deque


def rolling_average(xs, k, partial):
    window = deque(maxlen=k)
    out = []
    for x in xs:
        window.append(x)
        full = len(window) == k
        out.append(sum(window) / len(window) if full or partial == "shrink" else float("nan"))
    return out
