# Halves to some occurrence, then walks back to the first one: O(n) reads where half of the elements are equal.


def find(xs, target, is_sorted):
    if not is_sorted:
        return next((i for i, x in enumerate(xs) if x == target), -1)
    low, high = 0, len(xs) - 1
    while low <= high:
        middle = (low + high) // 2
        value = xs[middle]
        if value == target:
            while middle > 0 and xs[middle - 1] == target:
                middle -= 1
            return middle
        if value < target:
            low = middle + 1
        else:
            high = middle - 1
    return -1
