"""Simulation: customers and tellers."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _customers(n: int, tellers: int, rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    """Arrivals in order; service long enough to keep all tellers busy."""
    arrivals = sorted(rng.randrange(20 * n) for _ in range(n))
    return [(at, rng.randrange(1, 40 * tellers)) for at in arrivals], tellers


def _four(n: int, rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    return _customers(n, 4, rng)


def _half(n: int, rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    return _customers(n, n // 2, rng)


TELLERS = Task(
    "tellers",
    "waiting",
    "n log n",
    (Family("four", _four, 250, 512_000), Family("half", _half, 250, 512_000)),
    (
        right(
            "heap",
            "a heap of the times at which tellers are free",
            """
            from heapq import heappush, heapreplace
            def waiting(customers, tellers):
                free, total = [], 0
                for arrival, takes in customers:
                    if len(free) < tellers:
                        heappush(free, arrival + takes)
                    else:
                        begins = max(arrival, free[0])
                        total += begins - arrival
                        heapreplace(free, begins + takes)
                return total
            """,
        ),
        right(
            "all_free",
            "the heap begins with all tellers",
            """
            from heapq import heapreplace
            def waiting(customers, tellers):
                free, total = [0] * tellers, 0
                for arrival, takes in customers:
                    begins = max(arrival, free[0])
                    total += begins - arrival
                    heapreplace(free, begins + takes)
                return total
            """,
            Kind.FAST,
        ),
        right(
            "teller_objects",
            "tellers that compare themselves in Python: dearer by a factor",
            """
            from heapq import heapify, heappop, heappush
            class Teller:
                def __init__(self, number):
                    self.number, self.free = number, 0
                def __lt__(self, other):
                    return (self.free, self.number) < (other.free, other.number)
                def serve(self, arrival, takes):
                    begins = max(arrival, self.free)
                    self.free = begins + takes
                    return begins - arrival
            def waiting(customers, tellers):
                desk = [Teller(i) for i in range(tellers)]
                heapify(desk)
                total = 0
                for arrival, takes in customers:
                    teller = heappop(desk)
                    total += teller.serve(arrival, takes)
                    heappush(desk, teller)
                return total
            """,
            Kind.SLOW,
        ),
        worse(
            "least_free",
            "min over all tellers for each customer, in C",
            """
            def waiting(customers, tellers):
                free, total = [0] * tellers, 0
                for arrival, takes in customers:
                    first = min(free)
                    begins = max(arrival, first)
                    total += begins - arrival
                    free[free.index(first)] = begins + takes
                return total
            """,
            Kind.FAMILY,
            blame="min(free)",
        ),
        worse(
            "sorted_anew",
            "the tellers are sorted for each customer: linear in C, since nearly in order",
            """
            def waiting(customers, tellers):
                free, total = [0] * tellers, 0
                for arrival, takes in customers:
                    begins = max(arrival, free[0])
                    total += begins - arrival
                    free[0] = begins + takes
                    free.sort()
                return total
            """,
            Kind.FAMILY,
            blame="free.sort()",
        ),
        worse(
            "insort",
            "insort and pop(0) move the tellers in C",
            """
            from bisect import insort
            def waiting(customers, tellers):
                free, total = [0] * tellers, 0
                for arrival, takes in customers:
                    begins = max(arrival, free.pop(0))
                    total += begins - arrival
                    insort(free, begins + takes)
                return total
            """,
            Kind.HIDDEN,
            blame="insort(free",
        ),
        worse(
            "scan_tellers",
            "every teller is looked at for each customer, until one is free",
            """
            def waiting(customers, tellers):
                free, total = [0] * tellers, 0
                for arrival, takes in customers:
                    best = 0
                    for i, time in enumerate(free):
                        if time < free[best]:
                            best = i
                            if time == 0:
                                break
                    begins = max(arrival, free[best])
                    total += begins - arrival
                    free[best] = begins + takes
                return total
            """,
            Kind.EARLY,
            blame="if time < free[best]",
        ),
        near(
            "two_heaps",
            "a heap of those busy and a sorted one of those idle: a logarithm twice",
            """
            from heapq import heappop, heappush
            def waiting(customers, tellers):
                idle, busy, total = list(range(tellers)), [], 0
                for arrival, takes in customers:
                    while busy and busy[0][0] <= arrival:
                        heappush(idle, heappop(busy)[1])
                    begins = arrival
                    if idle:
                        teller = heappop(idle)
                    else:
                        begins, teller = heappop(busy)
                    total += begins - arrival
                    heappush(busy, (begins + takes, teller))
                return total
            """,
        ),
    ),
)

TASKS = (TELLERS,)
