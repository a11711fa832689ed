# Relies on order also where none is promised.
def find(xs, target: int, is_sorted: bool) -> int:
    lo, hi = 0, len(xs) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        x = xs[mid]
        if x == target:
            return mid
        if x < target:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1
