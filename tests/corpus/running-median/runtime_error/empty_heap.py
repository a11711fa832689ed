# Looks at the top of a heap before any number has come.
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
        if len(self.low) == len(self.high):
            return (self.high[0] - self.low[0]) / 2
        return -self.low[0]
