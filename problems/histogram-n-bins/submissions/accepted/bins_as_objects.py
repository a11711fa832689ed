# An object with a list for every bin, method calls for every value: many times slower, the same growth: accepted.
from math import isnan


class Bin:
    def __init__(self, start):
        self.start = start
        self.values = []

    def take(self, x):
        self.values.append(x)

    def size(self):
        return len(self.values)


class Axis:
    def __init__(self, lo, hi, n):
        self.lo, self.hi, self.n = lo, hi, n
        self.bins = [Bin(self.edge(i)) for i in range(n)]

    def edge(self, i):
        return (self.lo * (self.n - i) + self.hi * i) / self.n

    def bin_of(self, x):
        if x == self.hi:
            return self.bins[-1]
        return self.bins[int((x - self.lo) * self.n / (self.hi - self.lo))]


def histogram(xs, n):
    known = list(filter(lambda x: not isnan(x), xs))
    if not known:
        return [], []
    lo, hi = min(known), max(known)
    axis = Axis(lo, hi, n) if lo < hi else Axis(lo - 0.5, hi + 0.5, n)
    for x in known:
        axis.bin_of(x).take(x)
    return [bin.start for bin in axis.bins] + [axis.hi], [bin.size() for bin in axis.bins]
