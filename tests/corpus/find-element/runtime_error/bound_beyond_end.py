# Lower bound, read without a look at the length: a target above all values has none.
def find(xs, target: int, is_sorted: bool) -> int:
    if not is_sorted:
        for i in range(len(xs)):
            if xs[i] == target:
                return i
        return -1
    lo, hi = 0, len(xs)
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    return lo if xs[lo] == target else -1
