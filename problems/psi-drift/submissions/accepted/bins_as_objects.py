# Merge sort and binary search written out, an object for each bin: many times slower, the same growth: accepted.
from math import log


class Bin:
    def __init__(self):
        self.old = 0
        self.new = 0

    def term(self, all_old, all_new):
        p = self.old / all_old if self.old else 0.0001
        q = self.new / all_new if self.new else 0.0001
        return (q - p) * log(q / p)


def merge_sorted(values):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left, right = merge_sorted(values[:middle]), merge_sorted(values[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def place(cuts, x):
    low, high = 0, len(cuts)
    while low < high:
        middle = (low + high) // 2
        if cuts[middle] <= x:
            low = middle + 1
        else:
            high = middle
    return low


def psi(expected, actual, bins):
    old = merge_sorted([x for x in expected if x == x])
    new = [x for x in actual if x == x]
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    cuts = [old[i * len(old) // bins] for i in range(1, bins)]
    table = [Bin() for _ in range(bins)]
    for x in old:
        table[place(cuts, x)].old += 1
    for x in new:
        table[place(cuts, x)].new += 1
    return sum(bin.term(len(old), len(new)) for bin in table)
