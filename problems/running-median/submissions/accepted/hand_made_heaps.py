# The same two heaps, but written out in plain Python, call by call: some ten times slower, the same growth: accepted.


class Heap:
    """The item that comes first by `before` is on top."""

    def __init__(self, before):
        self.before = before
        self.items = []

    def __len__(self):
        return len(self.items)

    def top(self):
        return self.items[0]

    def in_order(self, upper, lower):
        return not self.before(self.items[lower], self.items[upper])

    def swap(self, a, b):
        self.items[a], self.items[b] = self.items[b], self.items[a]

    def parent(self, at):
        return (at - 1) // 2

    def children(self, at):
        return [child for child in (2 * at + 1, 2 * at + 2) if child < len(self)]

    def push(self, x):
        self.items.append(x)
        at = len(self) - 1
        while at > 0 and not self.in_order(self.parent(at), at):
            self.swap(at, self.parent(at))
            at = self.parent(at)

    def exchange(self, x):
        """Put x in and take out what is then on top."""
        if len(self) == 0 or self.before(x, self.top()):
            return x
        first = self.items[0]
        self.items[0] = x
        at = 0
        while True:
            best = at
            for child in self.children(at):
                if not self.in_order(best, child):
                    best = child
            if best == at:
                return first
            self.swap(at, best)
            at = best


class RunningMedian:
    def __init__(self):
        self.low = Heap(lambda a, b: a > b)
        self.high = Heap(lambda a, b: a < b)

    def add(self, x):
        if len(self.low) == len(self.high):
            self.low.push(self.high.exchange(x))
        else:
            self.high.push(self.low.exchange(x))

    def median(self):
        if len(self.low) == 0:
            return float("nan")
        if len(self.low) == len(self.high):
            return (self.low.top() + self.high.top()) / 2
        return self.low.top()
