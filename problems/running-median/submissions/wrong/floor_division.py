# Takes // for the mean of the two middle numbers: halves are cut off, downwards.
from heapq import heappush, heappushpop


class RunningMedian:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        if len(self.low) == len(self.high):
            heappush(self.low, -heappushpop(self.high, x))
        else:
            heappush(self.high, -heappushpop(self.low, -x))

    def median(self):
        if not self.low:
            return float("nan")
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) // 2
