# Jumps by the root of n, then walks inside of the last jump: O(m sqrt(n)) reads, far more than halving.
from math import isqrt


def locate(long, short):
    n = len(long)
    jump = isqrt(n) or 1
    answer = []
    i = 0
    for x in short:
        while i + jump < n and long[i + jump] < x:
            i += jump
        while i < n and long[i] < x:
            i += 1
        answer.append(i if i < n and long[i] == x else -1)
    return answer
