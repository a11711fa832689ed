# The library's bisect works on anything with a length and an index; checked for the end and for another value.
from bisect import bisect_left


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    at = bisect_left(xs, target)
    return at if at < len(xs) and xs[at] == target else -1
