# Takes a found index 0 for "not found": `or` and index 0 do not go together.
from bisect import bisect_left


def find(xs, target, is_sorted):
    if is_sorted:
        at = bisect_left(xs, target)
        found = at if at < len(xs) and xs[at] == target else None
    else:
        found = next((i for i, x in enumerate(xs) if x == target), None)
    return found or -1
