# The loop ends with one candidate left, which nobody looks at.
def find(xs, target: int, is_sorted: bool) -> int:
    if not is_sorted:
        for i in range(len(xs)):
            if xs[i] == target:
                return i
        return -1
    lo, hi = 0, len(xs) - 1
    while lo < hi:
        mid = (lo + hi) // 2
        x = xs[mid]
        if x == target:
            return mid
        if x < target:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1
