"""Statistics of ranks: area under a curve, discordant pairs, mean ranks, histograms."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _balanced(n: int, rng: random.Random) -> tuple[list[bool], list[int]]:
    labels = [rng.random() < 0.5 for _ in range(n)]
    labels[0], labels[-1] = True, False
    return labels, [rng.randrange(n) + n // 4 * label for label in labels]


def _rare(n: int, rng: random.Random) -> tuple[list[bool], list[int]]:
    """Five positive ones."""
    chosen = set(rng.sample(range(n), 5))
    return [i in chosen for i in range(n)], [rng.randrange(n) for _ in range(n)]


def _shuffled(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(n), n),)


def _nearly(n: int, rng: random.Random) -> tuple[list[int]]:
    """Each number lies at most a few places from where it belongs."""
    return (sorted(range(n), key=lambda i: i + rng.randrange(8)),)


def _distinct(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(n * n) for _ in range(n)],)


def _ties(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(5) for _ in range(n)],)


def _ten_bins(n: int, rng: random.Random) -> tuple[list[float], list[float]]:
    return [rng.random() for _ in range(n)], [i / 10 for i in range(11)]


def _many_bins(n: int, rng: random.Random) -> tuple[list[float], list[float]]:
    return [rng.random() for _ in range(n)], [0.0, *sorted(rng.random() for _ in range(n // 4)), 1.0]


AUC = Task(
    "area-under-curve",
    "area",
    "n log n",
    (Family("balanced", _balanced, 500, 400_000), Family("rare", _rare, 500, 400_000)),
    (
        right(
            "ranks",
            "one sort, ties counted half",
            """
            def area(labels, scores):
                wins, lower, at = 0, 0, 0
                rows = sorted(zip(scores, labels))
                while at < len(rows):
                    end, good, bad = at, 0, 0
                    while end < len(rows) and rows[end][0] == rows[at][0]:
                        good += rows[end][1]
                        bad += not rows[end][1]
                        end += 1
                    wins += good * (2 * lower + bad)
                    lower += bad
                    at = end
                return wins / (2 * sum(labels) * lower)
            """,
        ),
        right(
            "searchsorted",
            "sorted and searched in C",
            """
            import numpy as np
            def area(labels, scores):
                good, scores = np.array(labels), np.array(scores)
                bad = np.sort(scores[~good])
                good = scores[good]
                wins = np.searchsorted(bad, good, "left").sum() + np.searchsorted(bad, good, "right").sum()
                return float(wins) / (2 * len(good) * len(bad))
            """,
            Kind.FAST,
        ),
        right(
            "pandas_rank",
            "mean ranks of pandas",
            """
            import pandas as pd
            def area(labels, scores):
                good = pd.Series(labels)
                ranks = pd.Series(scores).rank()
                n, m = int(good.sum()), int((~good).sum())
                return float((ranks[good].sum() - n * (n + 1) / 2) / (n * m))
            """,
        ),
        right(
            "decimals",
            "decimal scores, searched in halves",
            """
            from bisect import bisect_left, bisect_right
            from decimal import Decimal
            def area(labels, scores):
                bad = sorted(Decimal(s) for s, label in zip(scores, labels) if not label)
                good = [Decimal(s) for s, label in zip(scores, labels) if label]
                wins = sum(bisect_left(bad, s) + bisect_right(bad, s) for s in good)
                return wins / (2 * len(good) * len(bad))
            """,
        ),
        worse(
            "pairs",
            "every pair of a positive and a negative one: n^2 / 4 where they are balanced",
            """
            def area(labels, scores):
                good = [s for s, label in zip(scores, labels) if label]
                bad = [s for s, label in zip(scores, labels) if not label]
                wins = 0.0
                for s in good:
                    for t in bad:
                        wins += 1.0 if s > t else 0.5 if s == t else 0.0
                return wins / (len(good) * len(bad))
            """,
            Kind.FAMILY,
            blame="wins += 1.0 if s > t",
        ),
        worse(
            "broadcast",
            "the same pairs in C, a row of them at a time",
            """
            import numpy as np
            def area(labels, scores):
                mask, scores = np.array(labels), np.array(scores)
                good, bad = scores[mask], scores[~mask]
                wins = sum(int((s > bad).sum()) + 0.5 * int((s == bad).sum()) for s in good)
                return wins / (len(good) * len(bad))
            """,
            Kind.HIDDEN,
            blame="(s > bad).sum()",
        ),
        worse(
            "insort",
            "a sorted list of the negative ones, half moved for each",
            """
            from bisect import bisect_left, bisect_right, insort
            def area(labels, scores):
                bad, good = [], []
                for label, s in zip(labels, scores):
                    if label:
                        good.append(s)
                    else:
                        insort(bad, s)
                wins = sum(bisect_left(bad, s) + bisect_right(bad, s) for s in good)
                return wins / (2 * len(good) * len(bad))
            """,
            Kind.HIDDEN,
            blame="insort(bad, s)",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)

DISCORDANT = Task(
    "discordant-pairs",
    "discordant",
    "n log n",
    (Family("shuffled", _shuffled, 250, 300_000), Family("nearly", _nearly, 250, 300_000)),
    (
        right(
            "merge",
            "counted while sorting by merging",
            """
            def discordant(xs):
                return _count(list(xs))[1]
            def _count(xs):
                if len(xs) < 2:
                    return xs, 0
                middle = len(xs) // 2
                (a, m), (b, n) = _count(xs[:middle]), _count(xs[middle:])
                out, i, count = [], 0, m + n
                for y in b:
                    while i < len(a) and a[i] <= y:
                        out.append(a[i])
                        i += 1
                    count += len(a) - i
                    out.append(y)
                return out + a[i:], count
            """,
        ),
        right(
            "bits",
            "bit by bit from the highest: a pass in C for each of log n bits",
            """
            import numpy as np
            def discordant(xs):
                column, total = np.array(xs), 0
                for bit in range(int(len(xs)).bit_length() - 1, -1, -1):
                    group, one = column >> (bit + 1), (column >> bit) & 1
                    order = np.argsort(group, kind="stable")
                    group, one = group[order], one[order]
                    start = np.searchsorted(group, group)
                    ones = np.concatenate([[0], np.cumsum(one)])
                    before = ones[:-1] - ones[start]
                    total += int(before[one == 0].sum())
                    column = column[order]
                return total
            """,
            Kind.FAST,
        ),
        right(
            "fenwick",
            "log n steps a number",
            """
            def discordant(xs):
                tree, count = [0] * (len(xs) + 1), 0
                for seen, x in enumerate(xs):
                    at, lower = x + 1, 0
                    while at:
                        lower += tree[at]
                        at &= at - 1
                    count += seen - lower
                    at = x + 1
                    while at < len(tree):
                        tree[at] += 1
                        at += at & -at
                return count
            """,
        ),
        right(
            "tree_objects",
            "counts on the way down a balanced tree of objects",
            """
            class Node:
                def __init__(self, low, high):
                    self.low, self.high, self.count = low, high, 0
                    self.children = None
                def child(self, x):
                    middle = (self.low + self.high) // 2
                    if self.children is None:
                        self.children = Node(self.low, middle), Node(middle, self.high)
                    return self.children[x >= middle]
            def discordant(xs):
                root, total = Node(0, len(xs)), 0
                for x in xs:
                    node = root
                    node.count += 1
                    while node.high - node.low > 1:
                        below = node.child(x)
                        if below is node.children[0]:
                            total += node.children[1].count
                        node = below
                        node.count += 1
                return total
            """,
            Kind.SLOW,
        ),
        worse(
            "double_loop",
            "all pairs",
            """
            def discordant(xs):
                count = 0
                for i in range(len(xs)):
                    for j in range(i + 1, len(xs)):
                        count += xs[i] > xs[j]
                return count
            """,
            blame="count += xs[i] > xs[j]",
        ),
        worse(
            "insertion_sort",
            "counts the moves of an insertion sort: few where nearly sorted, n^2 / 4 where shuffled",
            """
            def discordant(xs):
                xs, count = list(xs), 0
                for i in range(1, len(xs)):
                    x, j = xs[i], i
                    while j and xs[j - 1] > x:
                        xs[j] = xs[j - 1]
                        j -= 1
                    xs[j] = x
                    count += i - j
                return count
            """,
            Kind.FAMILY,
            blame="xs[j - 1]",
        ),
        worse(
            "numpy_rest",
            "a comparison with all earlier numbers in C",
            """
            import numpy as np
            def discordant(xs):
                column = np.array(xs, dtype=np.int32)
                return sum(int(np.count_nonzero(column[:i] > column[i])) for i in range(len(xs)))
            """,
            Kind.HIDDEN,
            blame="column[:i] > column[i]",
        ),
        worse(
            "blocks",
            "counts of sqrt(n) blocks are added up for every number",
            """
            def discordant(xs):
                width = int(len(xs) ** 0.5) + 1
                blocks, there, count = [0] * (width + 1), [0] * (len(xs) + width), 0
                for x in xs:
                    block = x // width
                    for later in range(block + 1, width + 1):
                        count += blocks[later]
                    for near in range(x + 1, (block + 1) * width):
                        count += there[near]
                    blocks[block] += 1
                    there[x] = 1
                return count
            """,
            Kind.ROOT,
            blame="count += blocks[later]",
        ),
    ),
    runtime="python-data",
)

RANKS = Task(
    "mean-ranks",
    "ranks",
    "n log n",
    (Family("distinct", _distinct, 500, 400_000), Family("ties", _ties, 500, 400_000)),
    (
        right(
            "sort",
            "sorted, the mean of each run of ties",
            """
            def ranks(xs):
                order = sorted(range(len(xs)), key=xs.__getitem__)
                out, start = [0.0] * len(xs), 0
                while start < len(order):
                    end = start
                    while end < len(order) and xs[order[end]] == xs[order[start]]:
                        end += 1
                    for at in range(start, end):
                        out[order[at]] = (start + end + 1) / 2
                    start = end
                return out
            """,
        ),
        right(
            "pandas",
            "sorted in C",
            """
            import pandas as pd
            def ranks(xs):
                return pd.Series(xs).rank(method="average").tolist()
            """,
            Kind.FAST,
        ),
        right(
            "bisect",
            "both ends of the ties by halving",
            """
            from bisect import bisect_left, bisect_right
            def ranks(xs):
                ys = sorted(xs)
                return [(bisect_left(ys, x) + bisect_right(ys, x) + 1) / 2 for x in xs]
            """,
        ),
        right(
            "compared",
            "sorted by a comparison in Python",
            """
            from functools import cmp_to_key
            def ranks(xs):
                def compare(a, b):
                    return (a[0] > b[0]) - (a[0] < b[0])
                rows = sorted(((x, i) for i, x in enumerate(xs)), key=cmp_to_key(compare))
                first, last = {}, {}
                for place, (x, _) in enumerate(rows, 1):
                    first.setdefault(x, place)
                    last[x] = place
                return [(first[x] + last[x]) / 2 for x in xs]
            """,
            Kind.SLOW,
        ),
        worse(
            "list_index",
            "the place is looked for from the front of the sorted list",
            """
            def ranks(xs):
                ys = sorted(xs)
                return [ys.index(x) + (ys.count(x) + 1) / 2 for x in xs]
            """,
            Kind.HIDDEN,
            blame="ys.index(x)",
        ),
        worse(
            "walk_ties",
            "by halving to the first of the ties, then along them: n/5 steps where many tie",
            """
            from bisect import bisect_left
            def ranks(xs):
                ys, out = sorted(xs), []
                for x in xs:
                    start = end = bisect_left(ys, x)
                    while end < len(ys) and ys[end] == x:
                        end += 1
                    out.append((start + end + 1) / 2)
                return out
            """,
            Kind.FAMILY,
            blame="ys[end] == x",
        ),
        worse(
            "compare_all",
            "two comparisons with the whole column in C for every number",
            """
            import numpy as np
            def ranks(xs):
                column = np.array(xs)
                return [float((column < x).sum() + ((column == x).sum() + 1) / 2) for x in xs]
            """,
            Kind.HIDDEN,
            blame="(column < x).sum()",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)

HISTOGRAM = Task(
    "histogram",
    "histogram",
    "n log n",
    (Family("ten_bins", _ten_bins, 1000, 1_000_000), Family("many_bins", _many_bins, 1000, 1_000_000)),
    (
        right(
            "bisect",
            "a binary search in the edges for each number",
            """
            from bisect import bisect_right
            def histogram(xs, edges):
                out = [0] * (len(edges) - 1)
                for x in xs:
                    out[bisect_right(edges, x) - 1] += 1
                return out
            """,
        ),
        right(
            "numpy",
            "the same in C",
            """
            import numpy as np
            def histogram(xs, edges):
                at = np.searchsorted(np.array(edges), np.array(xs), "right") - 1
                return np.bincount(at, minlength=len(edges) - 1).tolist()
            """,
            Kind.FAST,
        ),
        right(
            "sort",
            "sorted numbers, one pointer through the edges",
            """
            def histogram(xs, edges):
                out, at = [0] * (len(edges) - 1), 0
                for x in sorted(xs):
                    while x >= edges[at + 1]:
                        at += 1
                    out[at] += 1
                return out
            """,
        ),
        right(
            "halving_decimals",
            "halving in Python, a comparison of decimals with floats at every step",
            """
            from decimal import Decimal
            def histogram(xs, edges):
                exact = [Decimal(edge) for edge in edges]
                out = [0] * (len(edges) - 1)
                for x in xs:
                    low, high = 0, len(exact) - 1
                    while high - low > 1:
                        middle = (low + high) // 2
                        if exact[middle] <= x:
                            low = middle
                        else:
                            high = middle
                    out[low] += 1
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "next_edge",
            "tries the edges from the left for each number; n/4 edges in one family",
            """
            def histogram(xs, edges):
                out = [0] * (len(edges) - 1)
                for x in xs:
                    for i, edge in enumerate(edges[1:]):
                        if x < edge:
                            out[i] += 1
                            break
                return out
            """,
            Kind.DIMENSION,
            blame="for i, edge in enumerate(edges[1:])",
        ),
        worse(
            "bin_masks",
            "all numbers are compared in C for every bin",
            """
            import numpy as np
            def histogram(xs, edges):
                column = np.array(xs)
                return [int(((a <= column) & (column < b)).sum()) for a, b in zip(edges, edges[1:])]
            """,
            Kind.HIDDEN,
            blame="(a <= column) & (column < b)",
        ),
    ),
    runtime="python-data",
)

TASKS = (AUC, DISCORDANT, RANKS, HISTOGRAM)
