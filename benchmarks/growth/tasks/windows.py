"""Sliding windows."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, near, right, worse


def _window(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(1000) for _ in range(n)], n // 2


def _descending_window(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [10 * (n - i) + rng.randrange(10) for i in range(n)], n // 2


WINDOW_SUM = Task(
    "window-sums",
    "sums",
    "n",
    (Family("half", _window, 250, 400_000),),
    (
        right(
            "rolling",
            "one addition and one subtraction an element",
            """
            def sums(xs, k):
                total, out = sum(xs[:k]), []
                for i in range(k, len(xs) + 1):
                    out.append(total)
                    if i < len(xs):
                        total += xs[i] - xs[i - k]
                return out
            """,
        ),
        right(
            "prefix",
            "differences of running sums",
            """
            from itertools import accumulate
            def sums(xs, k):
                p = [0, *accumulate(xs)]
                return [b - a for a, b in zip(p, p[k:])]
            """,
        ),
        right(
            "decimal",
            "the same with decimal numbers",
            """
            from decimal import Decimal
            def sums(xs, k):
                p = [Decimal(0)]
                for x in xs:
                    p.append(p[-1] + Decimal(str(x)))
                return [int(p[i] - p[i - k]) for i in range(k, len(p))]
            """,
        ),
        worse(
            "slices",
            "a sum of n/2 in C for every place",
            """
            def sums(xs, k):
                return [sum(xs[i : i + k]) for i in range(len(xs) - k + 1)]
            """,
        ),
        worse(
            "deque_sum",
            "the window is kept, but summed anew",
            """
            from collections import deque
            def sums(xs, k):
                window, out = deque(maxlen=k), []
                for x in xs:
                    window.append(x)
                    if len(window) == k:
                        out.append(sum(window))
                return out
            """,
        ),
    ),
)

WINDOW_MAX = Task(
    "window-max",
    "peaks",
    "n",
    (Family("half", _window, 250, 400_000), Family("descending", _descending_window, 250, 400_000)),
    (
        right(
            "monotone",
            "each element enters and leaves once",
            """
            from collections import deque
            def peaks(xs, k):
                best, out = deque(), []
                for i, x in enumerate(xs):
                    while best and xs[best[-1]] <= x:
                        best.pop()
                    best.append(i)
                    if best[0] <= i - k:
                        best.popleft()
                    if i >= k - 1:
                        out.append(xs[best[0]])
                return out
            """,
        ),
        right(
            "blocks",
            "running maxima within blocks of k, from both sides",
            """
            def peaks(xs, k):
                n = len(xs)
                left, right = xs[:], xs[:]
                for i in range(1, n):
                    if i % k:
                        left[i] = max(left[i - 1], xs[i])
                for i in range(n - 2, -1, -1):
                    if (i + 1) % k:
                        right[i] = max(right[i + 1], xs[i])
                return [max(right[i], left[i + k - 1]) for i in range(n - k + 1)]
            """,
        ),
        near(
            "heap",
            "lazy deletion in a heap: a logarithm more",
            """
            import heapq
            def peaks(xs, k):
                heap, out = [], []
                for i, x in enumerate(xs):
                    heapq.heappush(heap, (-x, i))
                    if i >= k - 1:
                        while heap[0][1] <= i - k:
                            heapq.heappop(heap)
                        out.append(-heap[0][0])
                return out
            """,
        ),
        worse(
            "slices",
            "max of n/2 for every place",
            """
            def peaks(xs, k):
                return [max(xs[i : i + k]) for i in range(len(xs) - k + 1)]
            """,
        ),
        worse(
            "sorted_window",
            "a sorted window moved in C at every step",
            """
            from bisect import bisect_left, insort
            def peaks(xs, k):
                window, out = [], []
                for i, x in enumerate(xs):
                    insort(window, x)
                    if i >= k:
                        del window[bisect_left(window, xs[i - k])]
                    if i >= k - 1:
                        out.append(window[-1])
                return out
            """,
        ),
    ),
)

TASKS = (
    WINDOW_SUM,
    WINDOW_MAX,
)
