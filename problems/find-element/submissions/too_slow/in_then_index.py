# Two library calls that hide two loops; a clock hardly sees them on a list, the count of reads does: O(n).


def find(xs, target, is_sorted):
    return xs.index(target) if target in xs else -1
