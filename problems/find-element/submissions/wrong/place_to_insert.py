# Returns where the target would be put, without looking whether it is there.
from bisect import bisect_left


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    return bisect_left(xs, target)
