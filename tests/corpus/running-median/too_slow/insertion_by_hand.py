# A sorted list, into which each number sinks from the end step by step.
class RunningMedian:
    def __init__(self):
        self.xs = []

    def add(self, x: float) -> None:
        xs = self.xs
        xs.append(x)
        i = len(xs) - 1
        while i > 0 and xs[i - 1] > x:
            xs[i] = xs[i - 1]
            i -= 1
        xs[i] = x

    def median(self) -> float:
        n = len(self.xs)
        if n == 0:
            return float("nan")
        return (self.xs[(n - 1) // 2] + self.xs[n // 2]) / 2
