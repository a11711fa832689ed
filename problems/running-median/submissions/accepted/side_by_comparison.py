# Two heaps, the side chosen by comparison, then balanced; the upper half may be the larger one: accepted.
import heapq


class RunningMedian:
    def __init__(self):
        self.lo = []
        self.hi = []

    def add(self, x):
        if self.hi and x >= self.hi[0]:
            heapq.heappush(self.hi, x)
        else:
            heapq.heappush(self.lo, -x)
        if len(self.lo) > len(self.hi):
            heapq.heappush(self.hi, -heapq.heappop(self.lo))
        elif len(self.hi) > len(self.lo) + 1:
            heapq.heappush(self.lo, -heapq.heappop(self.hi))

    def median(self):
        if not self.hi:
            return float("nan")
        if len(self.hi) == len(self.lo):
            return (self.hi[0] + -self.lo[0]) / 2
        return self.hi[0]
