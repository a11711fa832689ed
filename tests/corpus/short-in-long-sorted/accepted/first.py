# a binary search for each element, beginning where the one before ended
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    n = len(long)
    answer = []
    start = 0
    for x in short:
        lo, hi = start, n
        while lo < hi:
            mid = (lo + hi) // 2
            if long[mid] < x:
                lo = mid + 1
            else:
                hi = mid
        answer.append(lo if lo < n and long[lo] == x else -1)
        start = lo
    return answer
