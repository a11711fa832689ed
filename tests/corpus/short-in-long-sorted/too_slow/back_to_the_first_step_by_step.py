# finds any occurrence, then goes back to the first one step by step
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    answer = []
    for x in short:
        lo, hi = 0, len(long) - 1
        found = -1
        while lo <= hi:
            mid = (lo + hi) // 2
            value = long[mid]
            if value == x:
                found = mid
                break
            if value < x:
                lo = mid + 1
            else:
                hi = mid - 1
        while found > 0 and long[found - 1] == x:
            found -= 1
        answer.append(found)
    return answer
