# Looks at one element after the other, sorted or not.
def find(xs, target: int, is_sorted: bool) -> int:
    for i in range(len(xs)):
        if xs[i] == target:
            return i
    return -1
