# Looks at every element though the order is known (it even stops early, at a larger value): O(n) reads.


def find(xs, target, is_sorted):
    for i, x in enumerate(xs):
        if x == target:
            return i
        if is_sorted and x > target:
            return -1
    return -1
