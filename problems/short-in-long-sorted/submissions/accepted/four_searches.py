# A search of its own for each element, by the library's bisect: m log2 n reads and m to check: accepted.
from bisect import bisect_left


def locate(long, short):
    answer = []
    for x in short:
        at = bisect_left(long, x)
        answer.append(at if at < len(long) and long[at] == x else -1)
    return answer
