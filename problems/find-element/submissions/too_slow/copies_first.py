# Halves a copy: the search is O(log n), but making the list has read all n elements.
from bisect import bisect_left


def find(xs, target, is_sorted):
    values = list(xs)
    if not is_sorted:
        return values.index(target) if target in values else -1
    at = bisect_left(values, target)
    return at if at < len(values) and values[at] == target else -1
