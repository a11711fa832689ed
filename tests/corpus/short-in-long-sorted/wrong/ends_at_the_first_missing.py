# gives up at the first missing element
from bisect import bisect_left
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    answer = [-1] * len(short)
    for j, x in enumerate(short):
        i = bisect_left(long, x)
        if i == len(long) or long[i] != x:
            break
        answer[j] = i
    return answer
