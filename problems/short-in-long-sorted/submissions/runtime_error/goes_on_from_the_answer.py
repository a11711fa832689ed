# Goes on from the last answer, also if that was -1: bisect refuses a negative start.
from bisect import bisect_left


def locate(long, short):
    answer = []
    low = 0
    for x in short:
        at = bisect_left(long, x, low)
        low = at if at < len(long) and long[at] == x else -1
        answer.append(low)
    return answer
