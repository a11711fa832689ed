# Looks at the top of a heap without asking whether there is one: an IndexError when median() comes first.
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
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
