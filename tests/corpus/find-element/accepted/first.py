# Lower bound by binary search if sorted, otherwise a scan by index.
def find(xs, target: int, is_sorted: bool) -> int:
    n = len(xs)
    if not is_sorted:
        for i in range(n):
            if xs[i] == target:
                return i
        return -1
    lo, hi = 0, n
    while lo < hi:
        mid = (lo + hi) // 2
        if xs[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    if lo < n and xs[lo] == target:
        return lo
    return -1
