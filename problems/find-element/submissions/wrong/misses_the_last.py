# Stops while one element is still unseen (low < high instead of low <= high): misses ends and single elements.


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    low, high = 0, len(xs) - 1
    while low < high:
        middle = (low + high) // 2
        value = xs[middle]
        if value == target:
            return middle
        if value < target:
            low = middle + 1
        else:
            high = middle
    return -1
