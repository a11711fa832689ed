# Goes on behind the element that was found: an equal element of short is not found again.
from bisect import bisect_left


def locate(long, short):
    answer = []
    low = 0
    for x in short:
        at = bisect_left(long, x, low)
        if at < len(long) and long[at] == x:
            answer.append(at)
            low = at + 1
        else:
            answer.append(-1)
    return answer
