# Differences of prefix sums: O(n) time, and a second list no larger than the answer: accepted.
from itertools import accumulate


def rolling_average(xs, k, partial):
    sums = [0.0, *accumulate(xs)]
    n = len(xs)
    if partial == "shrink":
        head = [sums[i + 1] / (i + 1) for i in range(min(k - 1, n))]
    else:
        head = [float("nan")] * min(k - 1, n)
    return head + [(sums[i + 1] - sums[i + 1 - k]) / k for i in range(k - 1, n)]
