# Recursive, and asks anew for ==, < and >: three to four times the reads of the reference, but still O(log n). Without
# order it reads everything twice (in, then index): still O(n).


def find(xs, target, is_sorted):
    if not is_sorted:
        return xs.index(target) if target in xs else -1

    def search(low, high):
        if low > high:
            return -1
        middle = (low + high) // 2
        if xs[middle] == target:
            return middle
        if xs[middle] < target:
            return search(middle + 1, high)
        if xs[middle] > target:
            return search(low, middle - 1)

    return search(0, len(xs) - 1)
