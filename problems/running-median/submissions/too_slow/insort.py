# Keeps a sorted list with bisect.insort: the search is O(log n), but the insertion moves O(n) entries; O(n^2) in all.
from bisect import insort


class RunningMedian:
    def __init__(self):
        self.xs = []

    def add(self, x):
        insort(self.xs, x)

    def median(self):
        n = len(self.xs)
        if n == 0:
            return float("nan")
        return self.xs[n // 2] if n % 2 else (self.xs[n // 2 - 1] + self.xs[n // 2]) / 2
