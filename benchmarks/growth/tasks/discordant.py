"""Statistics of ranks: discordant pairs."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _shuffled(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(n), n),)


def _nearly(n: int, rng: random.Random) -> tuple[list[int]]:
    """Each number lies at most a few places from where it belongs."""
    return (sorted(range(n), key=lambda i: i + rng.randrange(8)),)


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
        near(
            "bits",
            "bit by bit from the highest: a sort and a binary search in C for each of log n bits",
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


TASKS = (DISCORDANT,)
