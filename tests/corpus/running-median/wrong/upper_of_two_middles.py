# Of an even count the upper of the two middle numbers, not their mean.
from heapq import heappush, heappushpop


class RunningMedian:
    def __init__(self):
        self.low = []
        self.high = []

    def add(self, x: float) -> None:
        if len(self.high) == len(self.low):
            heappush(self.high, -heappushpop(self.low, -x))
        else:
            heappush(self.low, -heappushpop(self.high, x))

    def median(self) -> float:
        return self.high[0] if self.high else float("nan")
