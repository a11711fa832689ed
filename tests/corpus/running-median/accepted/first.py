# Two heaps: a max-heap of the lower half (negated) and a min-heap of the upper half.
from heapq import heappush, heappushpop


class RunningMedian:
    def __init__(self):
        self.low = []
        self.high = []

    def add(self, x: float) -> None:
        if len(self.low) == len(self.high):
            heappush(self.low, -heappushpop(self.high, x))
        else:
            heappush(self.high, -heappushpop(self.low, -x))

    def median(self) -> float:
        if not self.low:
            return float("nan")
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
