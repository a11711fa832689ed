# Halves, then cuts off what lies before the place that was found: the copy reads everything behind it.
from bisect import bisect_left


def locate(long, short):
    answer = []
    cut = 0
    for x in short:
        at = bisect_left(long, x)
        answer.append(cut + at if at < len(long) and long[at] == x else -1)
        long = long[at:]
        cut += at
    return answer
