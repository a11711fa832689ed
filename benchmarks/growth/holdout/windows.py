"""Walks over a list that look ahead or back."""

from __future__ import annotations

import random
from math import isqrt

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _weather(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.choices(range(10**6), k=n),)


def _falling(n: int, rng: random.Random) -> tuple[list[int]]:
    start = rng.randrange(10)
    return ([2 * (n - i) + start for i in range(n)],)


def _falling_then_hot(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([*_falling(n, rng)[0][:-1], 3 * n + 20],)


def _half_window(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (rng.choices(range(10**9), k=n), n // 2)


def _falling_window(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (_falling(n, rng)[0], n // 2)


def _root_window(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (rng.choices(range(10**9), k=n), isqrt(n))


WARMER = Task(
    "h-warmer",
    "warmer",
    "n",
    (
        Family("random", _weather, 1000, 1_000_000),
        Family("falling", _falling, 1000, 1_000_000),
        Family("hot", _falling_then_hot, 1000, 1_000_000),
    ),
    (
        right(
            "stack",
            "each day is pushed and popped once",
            """
            def warmer(days):
                out = [0] * len(days)
                stack = []
                for i in range(len(days)):
                    while stack and stack[-1][0] < days[i]:
                        _, j = stack.pop()
                        out[j] = i - j
                    stack.append((days[i], i))
                return out
            """,
        ),
        right(
            "indices",
            "the same stack of plain indices with the top kept in a variable",
            """
            def warmer(days):
                out = [0] * len(days)
                stack = []
                push, pop = stack.append, stack.pop
                top = 10**18
                last = -1
                for i, t in enumerate(days):
                    while t > top:
                        out[last] = i - last
                        last = pop()
                        top = days[last] if last >= 0 else 10**18
                    push(last)
                    last, top = i, t
                return out
            """,
            Kind.FAST,
        ),
        right(
            "jumps",
            "from the right, jumping along answers known: a jump passes a day for good",
            """
            def warmer(days):
                n = len(days)
                out = [0] * n
                for i in range(n - 2, -1, -1):
                    j = i + 1
                    while days[j] <= days[i] and out[j]:
                        j += out[j]
                    if days[j] > days[i]:
                        out[i] = j - i
                return out
            """,
        ),
        right(
            "records",
            "the stack of named tuples with rational temperatures",
            """
            from collections import deque, namedtuple
            from fractions import Fraction
            Day = namedtuple("Day", ["number", "heat"])
            def warmer(days):
                answers = {}
                waiting = deque()
                for day in (Day(i, Fraction(t)) for i, t in enumerate(days)):
                    while waiting and waiting[-1].heat < day.heat:
                        old = waiting.pop()
                        answers[old.number] = day.number - old.number
                    waiting.append(day)
                return [answers.get(i, 0) for i in range(len(days))]
            """,
            Kind.SLOW,
        ),
        worse(
            "look_ahead",
            "scans on from each day: a logarithm at random, all that follow where days only cool",
            """
            def warmer(days):
                out = []
                for i in range(len(days)):
                    for j in range(i + 1, len(days)):
                        if days[j] > days[i]:
                            out.append(j - i)
                            break
                    else:
                        out.append(0)
                return out
            """,
            Kind.FAMILY,
            blame="if days[j] > days[i]",
        ),
        worse(
            "hottest_first",
            "skips days that are the hottest to come, which helps unless one hot day ends a long cooling",
            """
            def warmer(days):
                n = len(days)
                to_come = days[:]
                for i in range(n - 2, -1, -1):
                    to_come[i] = max(to_come[i], to_come[i + 1])
                out = [0] * n
                for i in range(n):
                    if days[i] == to_come[i]:
                        continue
                    j = i + 1
                    while days[j] <= days[i]:
                        j += 1
                    out[i] = j - i
                return out
            """,
            Kind.EARLY,
            blame="while days[j] <= days[i]",
        ),
        worse(
            "blocks",
            "skips blocks of √n by their maxima: √n blocks for each day of a long cooling",
            """
            from math import isqrt
            def warmer(days):
                n = len(days)
                size = isqrt(n) + 1
                tops = [max(days[i : i + size]) for i in range(0, n, size)]
                out = [0] * n
                for i in range(n):
                    t = days[i]
                    j = i + 1
                    while j < n and days[j] <= t:
                        if j % size == 0 and tops[j // size] <= t:
                            j += size
                        else:
                            j += 1
                    if j < n:
                        out[i] = j - i
                return out
            """,
            Kind.ROOT,
            blame="while j < n and days[j] <= t",
        ),
        worse(
            "slices",
            "a copy in C of all later days for each day",
            """
            def warmer(days):
                out = []
                for i, t in enumerate(days):
                    later = days[i + 1 :]
                    out.append(next((j for j, u in enumerate(later, 1) if u > t), 0))
                return out
            """,
            Kind.HIDDEN,
            blame="days[i + 1 :]",
        ),
        worse(
            "no_break",
            "goes through all earlier days, answered or not",
            """
            def warmer(days):
                out = [0] * len(days)
                for i, t in enumerate(days):
                    for j in range(i):
                        if not out[j] and days[j] < t:
                            out[j] = i - j
                return out
            """,
            blame="if not out[j]",
        ),
    ),
)

WINDOW_MAX = Task(
    "h-window-max",
    "window_max",
    "n",
    (
        Family("half", _half_window, 1000, 1_000_000),
        Family("falling", _falling_window, 1000, 1_000_000),
        Family("root", _root_window, 1000, 1_000_000),
    ),
    (
        right(
            "deque",
            "each number enters and leaves the queue once",
            """
            from collections import deque
            def window_max(xs, k):
                best = deque()
                total = 0
                for i, x in enumerate(xs):
                    while best and xs[best[-1]] <= x:
                        best.pop()
                    best.append(i)
                    if best[0] <= i - k:
                        best.popleft()
                    if i >= k - 1:
                        total += xs[best[0]]
                return total
            """,
        ),
        right(
            "blocks_of_k",
            "running maxima of blocks of k from both sides, in C",
            """
            from itertools import accumulate
            def window_max(xs, k):
                ahead, back = [], []
                for i in range(0, len(xs), k):
                    block = xs[i : i + k]
                    ahead += accumulate(block, max)
                    block.reverse()
                    turned = list(accumulate(block, max))
                    turned.reverse()
                    back += turned
                return sum(map(max, back[: len(xs) - k + 1], ahead[k - 1 :]))
            """,
        ),
        right(
            "values",
            "the queue of plain values, whose first goes when the number that leaves equals it",
            """
            from collections import deque
            from itertools import islice
            def window_max(xs, k):
                best = deque()
                push, pop = best.append, best.pop
                for x in islice(xs, k):
                    while best and best[-1] < x:
                        pop()
                    push(x)
                total = top = best[0]
                for x, old in zip(islice(xs, k, None), xs):
                    if old == top:
                        best.popleft()
                    while best and best[-1] < x:
                        pop()
                    push(x)
                    top = best[0]
                    total += top
                return total
            """,
            Kind.FAST,
        ),
        right(
            "two_stacks",
            "a queue of two stacks that know their maxima: each number is moved once",
            """
            def window_max(xs, k):
                inward, outward = [], []
                inward_max = -1
                total = 0
                for i, x in enumerate(xs):
                    if i >= k:
                        if not outward:
                            top = -1
                            while inward:
                                top = max(top, inward.pop())
                                outward.append(top)
                            inward_max = -1
                        outward.pop()
                    inward.append(x)
                    inward_max = max(inward_max, x)
                    if i >= k - 1:
                        total += max(inward_max, outward[-1]) if outward else inward_max
                return total
            """,
        ),
        right(
            "fractions",
            "the queue through generators, with rational numbers",
            """
            from collections import deque
            from fractions import Fraction
            def numbered(xs):
                for i, x in enumerate(xs):
                    yield {"at": i, "value": Fraction(x, 1)}
            def maxima(xs, k):
                best = deque()
                for item in numbered(xs):
                    while best and best[-1]["value"] <= item["value"]:
                        best.pop()
                    best.append(item)
                    while best[0]["at"] <= item["at"] - k:
                        best.popleft()
                    if item["at"] >= k - 1:
                        yield best[0]["value"]
            def window_max(xs, k):
                total = 0
                for value in maxima(xs, k):
                    total += value.numerator // value.denominator
                return total
            """,
            Kind.SLOW,
        ),
        near(
            "heap",
            "a heap from which old numbers go when they come to the top",
            """
            from heapq import heappop, heappush
            def window_max(xs, k):
                heap = []
                total = 0
                for i, x in enumerate(xs):
                    heappush(heap, (-x, i))
                    while heap[0][1] <= i - k:
                        heappop(heap)
                    if i >= k - 1:
                        total -= heap[0][0]
                return total
            """,
        ),
        worse(
            "max_slice",
            "n/2 or √n numbers copied and compared in C for every window",
            """
            def window_max(xs, k):
                return sum(max(xs[i : i + k]) for i in range(len(xs) - k + 1))
            """,
            Kind.HIDDEN,
            blame="max(xs[i : i + k])",
        ),
        worse(
            "insort",
            "a sorted window of n/2: half of it is moved in C for every step",
            """
            from bisect import bisect_left, insort
            def window_max(xs, k):
                window = sorted(xs[:k])
                total = window[-1]
                for i in range(k, len(xs)):
                    del window[bisect_left(window, xs[i - k])]
                    insort(window, xs[i])
                    total += window[-1]
                return total
            """,
            Kind.HIDDEN,
            blame="del window",
        ),
        worse(
            "when_it_leaves",
            "looks anew only when the maximum leaves: seldom at random, always where numbers fall",
            """
            def window_max(xs, k):
                top = max(xs[:k])
                total = top
                for i in range(k, len(xs)):
                    if xs[i] >= top:
                        top = xs[i]
                    elif xs[i - k] == top:
                        top = xs[i - k + 1]
                        for j in range(i - k + 2, i + 1):
                            if xs[j] > top:
                                top = xs[j]
                    total += top
                return total
            """,
            Kind.FAMILY,
            blame="if xs[j] > top",
        ),
        worse(
            "root_blocks",
            "maxima of blocks of √n: √n of them and √n single numbers a window of n/2",
            """
            from math import isqrt
            def window_max(xs, k):
                n = len(xs)
                size = isqrt(n) + 1
                tops = [max(xs[i : i + size]) for i in range(0, n, size)]
                total = 0
                for i in range(n - k + 1):
                    end = i + k
                    j = i
                    best = xs[i]
                    while j < end:
                        if j % size == 0 and j + size <= end:
                            best = max(best, tops[j // size])
                            j += size
                        else:
                            best = max(best, xs[j])
                            j += 1
                    total += best
                return total
            """,
            Kind.ROOT,
            blame="while j < end",
        ),
        worse(
            "nested",
            "every number of every window is looked at",
            """
            def window_max(xs, k):
                total = 0
                for i in range(len(xs) - k + 1):
                    best = xs[i]
                    for j in range(i + 1, i + k):
                        if xs[j] > best:
                            best = xs[j]
                    total += best
                return total
            """,
            blame="if xs[j] > best",
        ),
    ),
)

TASKS = (
    WARMER,
    WINDOW_MAX,
)
