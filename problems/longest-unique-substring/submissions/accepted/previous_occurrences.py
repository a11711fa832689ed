# First the previous occurrence of each position, then a running maximum over them; two passes: accepted.
from itertools import accumulate


def longest_unique(s):
    seen = {}
    previous = []
    for i, c in enumerate(s):
        previous.append(seen.get(c, -1))
        seen[c] = i
    return max((i - barrier for i, barrier in enumerate(accumulate(previous, max))), default=0)
