# Halves for the first element only, and walks on from there to the others: O(n) reads where they lie far apart.
from bisect import bisect_left


def locate(long, short):
    if not short:
        return []
    i = bisect_left(long, short[0])
    answer = []
    for x in short:
        while i < len(long) and long[i] < x:
            i += 1
        answer.append(i if i < len(long) and long[i] == x else -1)
    return answer
