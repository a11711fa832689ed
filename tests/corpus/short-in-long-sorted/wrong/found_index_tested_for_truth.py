# tests the found index for truth, so index 0 counts as missing
from bisect import bisect_left
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    answer = []
    for x in short:
        i = bisect_left(long, x)
        found = i if i < len(long) and long[i] == x else None
        answer.append(found or -1)
    return answer
