# Looks at the place to insert without asking whether it lies behind the last element: IndexError.
from bisect import bisect_left


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    at = bisect_left(xs, target)
    return at if xs[at] == target else -1
