"""numpy and pandas."""

from __future__ import annotations

import random
from array import array
from math import isqrt

from benchmarks.growth.corpus import Family, Kind, Task, right, worse
from sandbox.guest.carried import Array, Frame


def _column(values: list[int] | range) -> Array:
    return Array("<i8", (len(values),), array("q", values).tobytes())


def _half_window(n: int, rng: random.Random) -> tuple[Array, int]:
    return (_column(rng.choices(range(-(10**6), 10**6), k=n)), n // 2)


def _root_window(n: int, rng: random.Random) -> tuple[Array, int]:
    return (_column(rng.choices(range(-(10**6), 10**6), k=n)), isqrt(n))


def _sales(n: int, rng: random.Random, groups: int) -> tuple[Frame]:
    users = list(range(groups)) + rng.choices(range(groups), k=n - groups)
    columns = (
        ("user", "int64", _column(users)),
        ("amount", "int64", _column(rng.choices(range(1, 10**6), k=n))),
    )
    return (Frame((None, "int64", _column(range(n))), columns),)


def _few_users(n: int, rng: random.Random) -> tuple[Frame]:
    return _sales(n, rng, 10)


def _root_users(n: int, rng: random.Random) -> tuple[Frame]:
    return _sales(n, rng, isqrt(n))


def _many_users(n: int, rng: random.Random) -> tuple[Frame]:
    return _sales(n, rng, n // 2)


BEST_WINDOW = Task(
    "h-best-window",
    "best_window",
    "n",
    (
        Family("half", _half_window, 2000, 3_000_000),
        Family("root", _root_window, 2000, 3_000_000),
    ),
    (
        right(
            "sliding",
            "one addition and one subtraction a step, over a list",
            """
            def best_window(xs, k):
                xs = xs.tolist()
                total = best = sum(xs[:k])
                for i in range(k, len(xs)):
                    total += xs[i] - xs[i - k]
                    if total > best:
                        best = total
                return best
            """,
        ),
        right(
            "cumsum",
            "a running sum, two slices and a maximum, all in C",
            """
            import numpy as np
            def best_window(xs, k):
                ends = np.concatenate(([0], np.cumsum(xs)))
                return int((ends[k:] - ends[:-k]).max())
            """,
            Kind.FAST,
        ),
        right(
            "rolling",
            "pandas' rolling sum adds and removes one number a step; sums stay exact below 2^53",
            """
            import pandas as pd
            def best_window(xs, k):
                return int(pd.Series(xs).rolling(k).sum().max())
            """,
            Kind.FAST,
        ),
        right(
            "accumulated",
            "prefix sums and a queue of the last k of them",
            """
            from collections import deque
            from itertools import accumulate
            def best_window(xs, k):
                waiting = deque()
                best = None
                for end in accumulate(xs.tolist(), initial=0):
                    waiting.append(end)
                    if len(waiting) > k:
                        total = end - waiting.popleft()
                        if best is None or total > best:
                            best = total
                return best
            """,
        ),
        right(
            "scalars",
            "numpy scalars read and added one by one, some ten times dearer",
            """
            import numpy as np
            def best_window(xs, k):
                total = np.int64(0)
                for i in range(k):
                    total = np.add(total, xs[i])
                best = total
                for i in range(k, xs.size):
                    total = np.subtract(np.add(total, xs[i]), xs[i - k])
                    best = np.maximum(best, total)
                return int(best)
            """,
            Kind.SLOW,
        ),
        worse(
            "convolve",
            "k multiplications a window, in C",
            """
            import numpy as np
            def best_window(xs, k):
                return int(np.convolve(xs, np.ones(k, dtype=np.int64), mode="valid").max())
            """,
            Kind.HIDDEN,
            blame="np.convolve",
        ),
        worse(
            "view",
            "a view of all windows costs nothing, its sums k each, in C",
            """
            from numpy.lib.stride_tricks import sliding_window_view
            def best_window(xs, k):
                return int(sliding_window_view(xs, k).sum(axis=1).max())
            """,
            Kind.HIDDEN,
            blame=".sum(axis=1)",
        ),
        worse(
            "sum_slice",
            "each window copied and summed",
            """
            def best_window(xs, k):
                xs = xs.tolist()
                return max(sum(xs[i : i + k]) for i in range(len(xs) - k + 1))
            """,
            Kind.HIDDEN,
            blame="sum(xs[i : i + k])",
        ),
        worse(
            "loops",
            "each window added up by a loop",
            """
            def best_window(xs, k):
                xs = xs.tolist()
                best = None
                for i in range(len(xs) - k + 1):
                    total = 0
                    for j in range(i, i + k):
                        total += xs[j]
                    if best is None or total > best:
                        best = total
                return best
            """,
            blame="total += xs[j]",
        ),
        worse(
            "blocks",
            "sums of blocks of √n, √n blocks and single numbers a window of n/2",
            """
            from math import isqrt
            def best_window(xs, k):
                xs = xs.tolist()
                size = isqrt(len(xs)) + 1
                sums = [sum(xs[i : i + size]) for i in range(0, len(xs), size)]
                best = None
                for i in range(len(xs) - k + 1):
                    total, j, end = 0, i, i + k
                    while j < end:
                        if j % size == 0 and j + size <= end:
                            total += sums[j // size]
                            j += size
                        else:
                            total += xs[j]
                            j += 1
                    if best is None or total > best:
                        best = total
                return best
            """,
            Kind.ROOT,
            blame="while j < end",
        ),
    ),
    runtime="python-data",
)

TOP_BUYER = Task(
    "h-top-buyer",
    "top_buyer",
    "n",
    (
        Family("few", _few_users, 2000, 3_000_000),
        Family("root", _root_users, 2000, 3_000_000),
        Family("many", _many_users, 2000, 3_000_000),
    ),
    (
        right(
            "dict",
            "a dict filled row by row from two lists",
            """
            def top_buyer(sales):
                total = {}
                for user, amount in zip(sales["user"].tolist(), sales["amount"].tolist()):
                    total[user] = total.get(user, 0) + amount
                return max(total.values())
            """,
        ),
        right(
            "groupby",
            "groups by hashing, in C",
            """
            def top_buyer(sales):
                return int(sales.groupby("user", sort=False)["amount"].sum().max())
            """,
            Kind.FAST,
        ),
        right(
            "add_at",
            "users are numbered below n: numpy adds to each one's place",
            """
            import numpy as np
            def top_buyer(sales):
                users = sales["user"].to_numpy()
                total = np.zeros(int(users.max()) + 1, dtype=np.int64)
                np.add.at(total, users, sales["amount"].to_numpy())
                return int(total.max())
            """,
            Kind.FAST,
        ),
        right(
            "tuples",
            "a named tuple and two decimals a row",
            """
            from decimal import Decimal
            def top_buyer(sales):
                total = {}
                for row in sales.itertuples():
                    total[row.user] = total.setdefault(row.user, Decimal(0)) + Decimal(row.amount)
                return int(max(total.values()))
            """,
            Kind.SLOW,
        ),
        worse(
            "masks",
            "a mask over all rows for each user, in C",
            """
            def top_buyer(sales):
                users = sales["user"].to_numpy()
                amounts = sales["amount"].to_numpy()
                return max(int(amounts[users == user].sum()) for user in set(users.tolist()))
            """,
            Kind.HIDDEN,
            blame="amounts[users == user].sum()",
        ),
        worse(
            "chunks",
            "√n chunks of rows, each with totals for all users: n/2 of them where there are many",
            """
            from math import isqrt
            import numpy as np
            def top_buyer(sales):
                users = sales["user"].to_numpy()
                amounts = sales["amount"].to_numpy().astype(float)
                chunk = isqrt(len(users)) + 1
                all_users = int(users.max()) + 1
                total = np.zeros(all_users)
                for i in range(0, len(users), chunk):
                    total += np.bincount(users[i : i + chunk], amounts[i : i + chunk], all_users)
                return int(total.max())
            """,
            Kind.ROOT,
            blame="np.bincount",
        ),
        worse(
            "index",
            "a user's place is looked for in a list of all users so far",
            """
            def top_buyer(sales):
                names, totals = [], []
                for user, amount in zip(sales["user"].tolist(), sales["amount"].tolist()):
                    if user in names:
                        totals[names.index(user)] += amount
                    else:
                        names.append(user)
                        totals.append(amount)
                return max(totals)
            """,
            Kind.FAMILY,
            blame="if user in names",
        ),
        worse(
            "append",
            "an array of totals copied whole, in C, for each new user",
            """
            import numpy as np
            def top_buyer(sales):
                place = {}
                totals = np.zeros(0, dtype=np.int64)
                for user, amount in zip(sales["user"].tolist(), sales["amount"].tolist()):
                    if user not in place:
                        place[user] = len(totals)
                        totals = np.append(totals, 0)
                    totals[place[user]] += amount
                return int(totals.max())
            """,
            Kind.HIDDEN,
            blame="np.append(totals, 0)",
        ),
        worse(
            "rescan",
            "all rows are gone through for each user",
            """
            def top_buyer(sales):
                users, amounts = sales["user"].tolist(), sales["amount"].tolist()
                best = 0
                for user in set(users):
                    total = 0
                    for other, amount in zip(users, amounts):
                        if other == user:
                            total += amount
                    best = max(best, total)
                return best
            """,
            blame="if other == user",
        ),
    ),
    runtime="python-data",
)

TASKS = (
    BEST_WINDOW,
    TOP_BUYER,
)
