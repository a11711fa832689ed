# Sorts all numbers after every add: right, but O(n) even where the sort finds them nearly sorted; O(n^2) in all.


class RunningMedian:
    def __init__(self):
        self.xs = []

    def add(self, x):
        self.xs.append(x)
        self.xs.sort()

    def median(self):
        n = len(self.xs)
        if n == 0:
            return float("nan")
        return self.xs[n // 2] if n % 2 else (self.xs[n // 2 - 1] + self.xs[n // 2]) / 2
