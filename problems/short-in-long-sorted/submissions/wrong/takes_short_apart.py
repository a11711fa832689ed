# Takes the elements out of short as they are found: the answers are right, and the caller's list is empty.
from bisect import bisect_left


def locate(long, short):
    answer = []
    while short:
        x = short.pop(0)
        at = bisect_left(long, x)
        answer.append(at if at < len(long) and long[at] == x else -1)
    return answer
