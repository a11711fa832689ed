# Looks to the left of where the element would be put behind its equals: the last occurrence, not the first.
from bisect import bisect_right


def locate(long, short):
    answer = []
    for x in short:
        at = bisect_right(long, x) - 1
        answer.append(at if at >= 0 and long[at] == x else -1)
    return answer
