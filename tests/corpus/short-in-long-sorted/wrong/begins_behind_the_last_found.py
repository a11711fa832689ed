# begins behind the place found before, so equal elements of short get different answers
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    answer = []
    start = 0
    for x in short:
        lo, hi = start, len(long)
        while lo < hi:
            mid = (lo + hi) // 2
            if long[mid] < x:
                lo = mid + 1
            else:
                hi = mid
        if lo < len(long) and long[lo] == x:
            answer.append(lo)
            start = lo + 1
        else:
            answer.append(-1)
    return answer
