# landau: reference
# Halving for the first value not below the target: ceil(log2(n + 1)) reads and one to check; one pass if not sorted.


def find(xs, target, is_sorted):
    if not is_sorted:
        for i, x in enumerate(xs):
            if x == target:
                return i
        return -1
    low, high = 0, len(xs)
    while low < high:
        middle = (low + high) // 2
        if xs[middle] < target:
            low = middle + 1
        else:
            high = middle
    return low if low < len(xs) and xs[low] == target else -1
