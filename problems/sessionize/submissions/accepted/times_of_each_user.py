# A set of times for each user, each sorted on its own, in C: O(n log n): accepted.
from collections import defaultdict
from itertools import pairwise


def sessionize(rows, gap_minutes):
    times = defaultdict(set)
    for user, second in rows:
        times[user].add(second)
    times.pop("", None)
    gap = 60 * gap_minutes
    answer = []
    for user, seconds in times.items():
        ordered = sorted(seconds)
        cuts = [0, *[i for i, (a, b) in enumerate(pairwise(ordered), 1) if b - a > gap], len(ordered)]
        answer += [(user, k, ordered[i], ordered[j - 1], j - i) for k, (i, j) in enumerate(pairwise(cuts), 1)]
    return answer
