# Quickselect in median(): O(n) expected, with no sorting at all, yet O(n) for every question.
import random


def smallest(xs, k):
    while True:
        pivot = random.choice(xs)
        less = [x for x in xs if x < pivot]
        if k < len(less):
            xs = less
            continue
        k -= len(less)
        equal = xs.count(pivot)
        if k < equal:
            return pivot
        k -= equal
        xs = [x for x in xs if x > pivot]


class RunningMedian:
    def __init__(self):
        self.xs = []

    def add(self, x):
        self.xs.append(x)

    def median(self):
        n = len(self.xs)
        if n == 0:
            return float("nan")
        upper = smallest(self.xs, n // 2)
        return upper if n % 2 else (smallest(self.xs, n // 2 - 1) + upper) / 2
