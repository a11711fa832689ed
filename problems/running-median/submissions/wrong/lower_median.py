# Forgets the mean of the two middle numbers when their count is even.
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
        return -self.low[0] if self.low else float("nan")
