"""Statistics of a stream: the spread of a window, the worst fall."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _narrow(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(1000) for _ in range(n)], 20


def _wide(n: int, rng: random.Random) -> tuple[list[int], int]:
    return [rng.randrange(1000) for _ in range(n)], n // 2


def _walk(n: int, rng: random.Random) -> tuple[list[float]]:
    price, out = 1000.0, []
    for _ in range(n):
        price += rng.uniform(-1, 1)
        out.append(price)
    return (out,)


def _falling(n: int, rng: random.Random) -> tuple[list[float]]:
    return ([2.0 * n - i + rng.random() for i in range(n)],)


SPREADS = Task(
    "window-variance",
    "spreads",
    "n",
    (Family("narrow", _narrow, 1000, 1_000_000), Family("wide", _wide, 1000, 1_000_000)),
    (
        right(
            "running",
            "w^2 times the variance, from a sum and a sum of squares that move along",
            """
            def spreads(xs, w):
                total, square, out = sum(xs[:w]), sum(x * x for x in xs[:w]), []
                for i in range(w, len(xs) + 1):
                    out.append(w * square - total * total)
                    if i < len(xs):
                        new, old = xs[i], xs[i - w]
                        total += new - old
                        square += new * new - old * old
                return out
            """,
        ),
        right(
            "cumsum",
            "differences of running sums in C",
            """
            import numpy as np
            def spreads(xs, w):
                column = np.array(xs)
                one = np.concatenate([[0], np.cumsum(column)])
                two = np.concatenate([[0], np.cumsum(column * column)])
                total = one[w:] - one[:-w]
                return (w * (two[w:] - two[:-w]) - total * total).tolist()
            """,
            Kind.FAST,
        ),
        right(
            "generators",
            "running sums as a chain of generators",
            """
            from itertools import accumulate, islice
            def window(values, w):
                values = [0, *accumulate(values)]
                for late, early in zip(islice(values, w, None), values):
                    yield late - early
            def spreads(xs, w):
                pairs = zip(window(xs, w), window((x * x for x in xs), w))
                return [w * square - total * total for total, square in pairs]
            """,
        ),
        right(
            "decimals",
            "the same sums as decimals, below their 28 digits",
            """
            from decimal import Decimal
            def spreads(xs, w):
                kept, total, square, out = [], Decimal(0), Decimal(0), []
                for i, x in enumerate(xs):
                    x = Decimal(str(x))
                    kept.append(x)
                    total, square = total + x, square + x * x
                    if i >= w:
                        total, square = total - kept[i - w], square - kept[i - w] ** 2
                    if i >= w - 1:
                        out.append(int(w * square - total * total))
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "views",
            "numpy reads each window whole: n/2 in one family",
            """
            import numpy as np
            def spreads(xs, w):
                out = []
                for window in np.lib.stride_tricks.sliding_window_view(np.array(xs), w):
                    out.append(int(w * (window @ window) - window.sum() ** 2))
                return out
            """,
            Kind.DIMENSION,
            blame="window @ window",
        ),
        worse(
            "deque",
            "a window that moves, but is summed for every place",
            """
            from collections import deque
            def spreads(xs, w):
                window, square, out = deque(), 0, []
                for x in xs:
                    window.append(x)
                    square += x * x
                    if len(window) > w:
                        square -= window.popleft() ** 2
                    if len(window) == w:
                        out.append(w * square - sum(window) ** 2)
                return out
            """,
            Kind.DIMENSION,
            blame="sum(window) ** 2",
        ),
        worse(
            "pop_front",
            "sums that move along, but pop(0) moves the window's list: w pointers in C",
            """
            def spreads(xs, w):
                window, total, square, out = [], 0, 0, []
                for x in xs:
                    window.append(x)
                    total += x
                    square += x * x
                    if len(window) > w:
                        old = window.pop(0)
                        total -= old
                        square -= old * old
                    if len(window) == w:
                        out.append(w * square - total * total)
                return out
            """,
            Kind.HIDDEN,
            blame="window.pop(0)",
        ),
    ),
    runtime="python-data",
)


FALL = Task(
    "worst-fall",
    "fall",
    "n",
    (Family("walk", _walk, 2000, 2_000_000), Family("falling", _falling, 2000, 2_000_000)),
    (
        right(
            "one_pass",
            "two numbers kept",
            """
            def fall(prices):
                peak, worst = prices[0], 0.0
                for price in prices:
                    if price > peak:
                        peak = price
                    elif peak - price > worst:
                        worst = peak - price
                return worst
            """,
        ),
        right(
            "accumulate",
            "generators keep nothing",
            """
            from itertools import accumulate
            from operator import sub
            def fall(prices):
                return max(map(sub, accumulate(prices, max), prices))
            """,
        ),
        right(
            "decimals",
            "a decimal at a time, none kept",
            """
            from decimal import Decimal
            def fall(prices):
                peak, worst = Decimal(prices[0]), Decimal(0)
                for price in map(Decimal, prices):
                    peak = max(peak, price)
                    worst = max(worst, peak - price)
                return float(worst)
            """,
            Kind.SLOW,
        ),
        worse(
            "arrays",
            "right in time, but keeps arrays of n numbers",
            """
            import numpy as np
            def fall(prices):
                column = np.array(prices)
                return float((np.maximum.accumulate(column) - column).max())
            """,
            Kind.MEMORY,
            blame="np.maximum.accumulate(column) - column",
        ),
        worse(
            "list_of_peaks",
            "right in time, but keeps n peaks and n falls",
            """
            from itertools import accumulate
            def fall(prices):
                peaks = list(accumulate(prices, max))
                falls = [peak - price for peak, price in zip(peaks, prices)]
                return max(falls)
            """,
            Kind.MEMORY,
            blame="peak - price for peak, price in zip(peaks, prices)",
        ),
        worse(
            "max_of_slice",
            "the peak is found again for every place",
            """
            def fall(prices):
                worst = 0.0
                for i, price in enumerate(prices):
                    worst = max(worst, max(prices[: i + 1]) - price)
                return worst
            """,
            Kind.HIDDEN,
            blame="max(prices[: i + 1])",
        ),
        worse(
            "forward",
            "from each place on while prices lie below it: to the end where they only fall",
            """
            def fall(prices):
                worst = 0.0
                for i, peak in enumerate(prices):
                    for j in range(i + 1, len(prices)):
                        if prices[j] > peak:
                            break
                        if peak - prices[j] > worst:
                            worst = peak - prices[j]
                return worst
            """,
            Kind.EARLY,
            blame="prices[j]",
        ),
    ),
    space="1",
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)


TASKS = (SPREADS, FALL)
