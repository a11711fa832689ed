# Double the bound until it is not below the target, then halve the last stretch.
def find(xs, target: int, is_sorted: bool) -> int:
    n = len(xs)
    if is_sorted:
        bound = 1
        while bound < n and xs[bound] < target:
            bound *= 2
        lo = bound // 2
        hi = min(bound + 1, n)
        while lo < hi:
            mid = (lo + hi) >> 1
            if xs[mid] < target:
                lo = mid + 1
            else:
                hi = mid
        return lo if lo < n and xs[lo] == target else -1
    i = 0
    while i < n:
        if xs[i] == target:
            return i
        i += 1
    return -1
