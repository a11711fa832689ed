# The heaps take turns, but a number is not passed through the other heap first.
from heapq import heappush


class RunningMedian:
    def __init__(self):
        self.low = []
        self.high = []

    def add(self, x: float) -> None:
        if len(self.low) == len(self.high):
            heappush(self.low, -x)
        else:
            heappush(self.high, x)

    def median(self) -> float:
        if not self.low:
            return float("nan")
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
