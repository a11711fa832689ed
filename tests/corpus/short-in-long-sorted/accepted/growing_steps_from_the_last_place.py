# from the last place in growing steps, then a binary search in the last step
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    n = len(long)
    out = []
    begin = 0
    for x in short:
        step = 1
        low = begin
        high = begin
        while high < n and long[high] < x:
            low = high + 1
            high += step
            step *= 2
        high = min(high, n)
        while low < high:
            mid = (low + high) // 2
            if long[mid] < x:
                low = mid + 1
            else:
                high = mid
        begin = low
        out.append(low if low < n and long[low] == x else -1)
    return out
