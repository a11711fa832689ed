# Push to the heap on whose side x lies, then move one number over if the sizes differ too much.
import heapq


class RunningMedian:
    def __init__(self):
        self.below = []
        self.above = []

    def add(self, x: float) -> None:
        if self.above and x >= self.above[0]:
            heapq.heappush(self.above, x)
        else:
            heapq.heappush(self.below, -x)
        if len(self.below) > len(self.above) + 1:
            heapq.heappush(self.above, -heapq.heappop(self.below))
        elif len(self.above) > len(self.below) + 1:
            heapq.heappush(self.below, -heapq.heappop(self.above))

    def median(self) -> float:
        a, b = len(self.below), len(self.above)
        if a + b == 0:
            return float("nan")
        if a > b:
            return -self.below[0]
        if b > a:
            return self.above[0]
        return (-self.below[0] + self.above[0]) / 2
