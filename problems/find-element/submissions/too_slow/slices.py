# Halving by slices: each round copies the half that is left, n/2 + n/4 + ... reads in all.


def find(xs, target, is_sorted):
    if not is_sorted:
        for i, x in enumerate(xs):
            if x == target:
                return i
        return -1
    start = 0
    while len(xs) > 0:
        middle = len(xs) // 2
        value = xs[middle]
        if value == target:
            return start + middle
        if value < target:
            xs, start = xs[middle + 1 :], start + middle + 1
        else:
            xs = xs[:middle]
    return -1
