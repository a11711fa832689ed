# Another right algorithm: double the reach until it is past the target, then halve inside the last step: 2 log2 n reads.


def find(xs, target, is_sorted):
    n = len(xs)
    if not is_sorted:
        for i in range(n - 1, -1, -1):
            if xs[i] == target:
                return i
        return -1
    reach = 1
    while reach < n and xs[reach] < target:
        reach *= 2
    low, high = reach // 2, min(reach, n - 1)
    while low <= high:
        middle = (low + high) // 2
        value = xs[middle]
        if value == target:
            return middle
        if value < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1
