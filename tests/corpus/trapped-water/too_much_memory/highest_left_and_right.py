# Two lists: the highest bar so far from the left and from the right.
from itertools import accumulate


def trapped(heights: list[int]) -> int:
    left = list(accumulate(heights, max))
    right = list(accumulate(reversed(heights), max))
    right.reverse()
    return sum(min(a, b) - h for a, b, h in zip(left, right, heights))
