# Takes the first missing element for the end: those behind it are not looked for.
from bisect import bisect_left


def locate(long, short):
    answer = [-1] * len(short)
    for j, x in enumerate(short):
        at = bisect_left(long, x)
        if at == len(long) or long[at] != x:
            break
        answer[j] = at
    return answer
