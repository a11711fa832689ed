# reads the place without asking whether it is behind the end
from bisect import bisect_left
from collections.abc import Sequence


def locate(long: Sequence[int], short: list[int]) -> list[int]:
    answer = []
    for x in short:
        i = bisect_left(long, x)
        answer.append(i if long[i] == x else -1)
    return answer
