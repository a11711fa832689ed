# Adds for free and sorts in median() if anything came since the last: O(n^2) when the two take turns.


class RunningMedian:
    def __init__(self):
        self.xs = []
        self.sorted = True

    def add(self, x):
        self.xs.append(x)
        self.sorted = False

    def median(self):
        if not self.sorted:
            self.xs.sort()
            self.sorted = True
        n = len(self.xs)
        if n == 0:
            return float("nan")
        return self.xs[n // 2] if n % 2 else (self.xs[n // 2 - 1] + self.xs[n // 2]) / 2
