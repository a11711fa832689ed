# Forgets is_sorted: halves what has no order and throws away the half that holds the target.


def find(xs, target, is_sorted):
    low, high = 0, len(xs) - 1
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
