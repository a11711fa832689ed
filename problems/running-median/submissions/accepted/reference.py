# landau: reference
# Two heaps that meet in the middle: O(log n) for an add, O(1) for a median.
from heapq import heappush, heappushpop


class RunningMedian:
    def __init__(self) -> None:
        self.low: list[float] = []  # the smaller half, negated: its largest on top; at most one more than high
        self.high: list[float] = []

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
