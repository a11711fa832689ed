# Chooses the side by comparison and balances in one direction only: wrong as soon as the larger numbers pile up.
from heapq import heappop, heappush


class RunningMedian:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        if not self.low or x <= -self.low[0]:
            heappush(self.low, -x)
            if len(self.low) > len(self.high) + 1:
                heappush(self.high, -heappop(self.low))
        else:
            heappush(self.high, x)

    def median(self):
        if not self.low:
            return float("nan")
        if len(self.low) > len(self.high):
            return -self.low[0]
        return (self.high[0] - self.low[0]) / 2
