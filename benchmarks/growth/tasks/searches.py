"""Searches by halving: for an answer, and in a list that was turned."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _few_days(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(1, 100) for _ in range(n)], 8


def _many_days(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(1, 100) for _ in range(n)], max(1, n // 2)


def _turned(n: int, by: int, rng: random.Random) -> tuple[list[int], list[int]]:
    xs = sorted(rng.sample(range(10 * n), n))
    xs = xs[-by:] + xs[:-by]
    return xs, [rng.choice(xs) if rng.random() < 0.5 else rng.randrange(10 * n) for _ in range(n)]


def _little_turned(n: int, rng: random.Random) -> tuple[list[int], list[int]]:
    return _turned(n, 3, rng)


def _half_turned(n: int, rng: random.Random) -> tuple[list[int], list[int]]:
    return _turned(n, n // 2, rng)


SHIPS = Task(
    "ship-in-days",
    "capacity",
    "n log n",
    (Family("few_days", _few_days, 250, 100_000), Family("many_days", _many_days, 250, 100_000)),
    (
        right(
            "halving",
            "one pass for each bit of the sum",
            """
            def capacity(weights, days):
                low, high = max(weights), sum(weights)
                while low < high:
                    middle = (low + high) // 2
                    used, load = 1, 0
                    for weight in weights:
                        if load + weight > middle:
                            used += 1
                            load = 0
                        load += weight
                    if used <= days:
                        high = middle
                    else:
                        low = middle + 1
                return low
            """,
        ),
        right(
            "jumps",
            "each day jumps by bisection: days x log n a try, and no more than n days matter",
            """
            from bisect import bisect_right
            from itertools import accumulate
            def capacity(weights, days):
                sums = [0, *accumulate(weights)]
                def suffices(limit):
                    at = 0
                    for _ in range(days):
                        at = bisect_right(sums, sums[at] + limit, at) - 1
                        if at == len(weights):
                            return True
                    return False
                low, high = max(weights), sums[-1]
                while low < high:
                    middle = (low + high) // 2
                    if suffices(middle):
                        high = middle
                    else:
                        low = middle + 1
                return low
            """,
            Kind.FAST,
        ),
        right(
            "generators",
            "the same passes through generators of decimals",
            """
            from bisect import bisect_left
            from decimal import Decimal
            class Plan:
                def __init__(self, weights, limit):
                    self.weights, self.limit = weights, Decimal(limit)
                def loads(self):
                    load = Decimal(0)
                    for weight in map(Decimal, self.weights):
                        if self.over(load, weight):
                            yield load
                            load = Decimal(0)
                        load = self.added(load, weight)
                    yield load
                def over(self, load, weight):
                    return self.added(load, weight) > self.limit
                def added(self, load, weight):
                    return load + weight
                def days(self):
                    return sum(1 for _ in self.loads())
            class Plans:
                def __init__(self, weights):
                    self.weights = weights
                def __len__(self):
                    return sum(self.weights) + 1
                def __getitem__(self, limit):
                    return -Plan(self.weights, limit).days()
            def capacity(weights, days):
                return bisect_left(Plans(weights), -days, max(weights), sum(weights))
            """,
            Kind.SLOW,
        ),
        worse(
            "one_more",
            "capacities are tried one after the other: as many as items where days are few, some where they are many",
            """
            def capacity(weights, days):
                limit = max(weights)
                while True:
                    used, load = 1, 0
                    for weight in weights:
                        if load + weight > limit:
                            used += 1
                            load = 0
                        load += weight
                    if used <= days:
                        return limit
                    limit += 1
            """,
            Kind.FAMILY,
            blame="if load + weight > limit:",
        ),
        worse(
            "slices_summed",
            "each load is summed again with each item, in C: n/8 items where days are few",
            """
            def capacity(weights, days):
                low, high = max(weights), sum(weights)
                while low < high:
                    middle = (low + high) // 2
                    used, first = 1, 0
                    for last in range(len(weights)):
                        if sum(weights[first : last + 1]) > middle:
                            used += 1
                            first = last
                    if used <= days:
                        high = middle
                    else:
                        low = middle + 1
                return low
            """,
            Kind.HIDDEN,
            blame="sum(weights[first : last + 1])",
        ),
        worse(
            "taken_from_front",
            "pop(0) on a copy of the weights, in C",
            """
            def capacity(weights, days):
                low, high = max(weights), sum(weights)
                while low < high:
                    middle = (low + high) // 2
                    left, used = list(weights), 0
                    while left:
                        used += 1
                        load = 0
                        while left and load + left[0] <= middle:
                            load += left.pop(0)
                    if used <= days:
                        high = middle
                    else:
                        low = middle + 1
                return low
            """,
            Kind.HIDDEN,
            blame="left.pop(0)",
        ),
        worse(
            "ends_early",
            "one by one, each try ending once the days are used up: still half of all items where days are few",
            """
            def capacity(weights, days):
                def fits(limit):
                    used, load = 1, 0
                    for weight in weights:
                        load += weight
                        if load > limit:
                            used += 1
                            load = weight
                            if used > days:
                                return False
                    return True
                return next(c for c in range(max(weights), sum(weights) + 1) if fits(c))
            """,
            Kind.EARLY,
            blame="load += weight",
        ),
    ),
)

TURNED = Task(
    "turned-list",
    "places",
    "n log n",
    (Family("little_turned", _little_turned, 250, 200_000), Family("half_turned", _half_turned, 250, 200_000)),
    (
        right(
            "straightened",
            "turned back once, then a bisection for each question",
            """
            from bisect import bisect_left
            def places(xs, wanted):
                turn = xs.index(min(xs))
                straight = xs[turn:] + xs[:turn]
                out = []
                for x in wanted:
                    at = bisect_left(straight, x)
                    found = at < len(straight) and straight[at] == x
                    out.append((at + turn) % len(xs) if found else -1)
                return out
            """,
        ),
        right(
            "dict",
            "a dict of the places",
            """
            def places(xs, wanted):
                at = {x: i for i, x in enumerate(xs)}
                return [at.get(x, -1) for x in wanted]
            """,
            Kind.FAST,
        ),
        right(
            "halving",
            "each question halves the turned list itself, in Python",
            """
            def place(xs, x):
                low, high = 0, len(xs) - 1
                while low <= high:
                    middle = (low + high) // 2
                    if xs[middle] == x:
                        return middle
                    if xs[low] <= xs[middle]:
                        if xs[low] <= x < xs[middle]:
                            high = middle - 1
                        else:
                            low = middle + 1
                    elif xs[middle] < x <= xs[high]:
                        low = middle + 1
                    else:
                        high = middle - 1
                return -1
            def places(xs, wanted):
                return [place(xs, x) for x in wanted]
            """,
        ),
        right(
            "views",
            "recursion log n deep over views of the list",
            """
            class View:
                def __init__(self, xs, begin, end):
                    self.xs, self.begin, self.end = xs, begin, end
                def __len__(self):
                    return self.end - self.begin
                def __getitem__(self, i):
                    return self.xs[self.begin + i]
                def part(self, begin, end):
                    return View(self.xs, self.begin + begin, self.begin + end)
                def place(self, x):
                    if not len(self):
                        return -1
                    middle = len(self) // 2
                    if self[middle] == x:
                        return self.begin + middle
                    left, right = self.part(0, middle), self.part(middle + 1, len(self))
                    rises = self[0] <= self[middle]
                    if rises:
                        return (left if self[0] <= x < self[middle] else right).place(x)
                    return (right if self[middle] < x <= self[len(self) - 1] else left).place(x)
            def places(xs, wanted):
                return [View(xs, 0, len(xs)).place(x) for x in wanted]
            """,
            Kind.SLOW,
        ),
        worse(
            "index",
            "a scan in C for each question",
            """
            def places(xs, wanted):
                return [xs.index(x) if x in xs else -1 for x in wanted]
            """,
            Kind.HIDDEN,
            blame="xs.index(x) if x in xs",
        ),
        worse(
            "slices",
            "halving by slices copies n/2, n/4 ... for each question, in C",
            """
            def place(xs, x, start):
                if not xs:
                    return -1
                middle = len(xs) // 2
                if xs[middle] == x:
                    return start + middle
                if xs[0] <= x < xs[middle] if xs[0] <= xs[middle] else not xs[middle] < x <= xs[-1]:
                    return place(xs[:middle], x, start)
                return place(xs[middle + 1 :], x, start + middle + 1)
            def places(xs, wanted):
                return [place(xs, x, 0) for x in wanted]
            """,
            Kind.HIDDEN,
            blame="return place(xs[",
        ),
        worse(
            "turn_searched",
            "the turn is searched from the front for each question: three steps, or n/2",
            """
            from bisect import bisect_left
            def places(xs, wanted):
                out = []
                for x in wanted:
                    turn = 0
                    while turn + 1 < len(xs) and xs[turn] < xs[turn + 1]:
                        turn += 1
                    turn += 1
                    low, high = (0, turn) if x >= xs[0] else (turn, len(xs))
                    at = bisect_left(xs, x, low, high)
                    out.append(at if at < high and xs[at] == x else -1)
                return out
            """,
            Kind.EARLY,
            blame="xs[turn] < xs[turn + 1]",
        ),
        worse(
            "all_compared",
            "every element is compared for each question",
            """
            def places(xs, wanted):
                out = []
                for x in wanted:
                    found = -1
                    for i, other in enumerate(xs):
                        if other == x:
                            found = i
                    out.append(found)
                return out
            """,
            blame="if other == x:",
        ),
    ),
)

TASKS = (
    SHIPS,
    TURNED,
)
