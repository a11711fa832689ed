"""Dynamic programming over tables of which two rows, or one, suffice."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _words(n: int, rng: random.Random) -> tuple[str, str]:
    return "".join(rng.choices("abcd", k=n)), "".join(rng.choices("abcd", k=n))


def _near_words(n: int, rng: random.Random) -> tuple[str, str]:
    """Every tenth letter or so differs."""
    word = rng.choices("abcd", k=n)
    return "".join(word), "".join(c if rng.random() < 0.9 else "e" for c in word)


def _heavy(n: int, rng: random.Random) -> tuple[list[int], list[int], int]:
    return [rng.randrange(max(1, n // 8), n + 1) for _ in range(n)], [rng.randrange(1, 100) for _ in range(n)], n


def _light(n: int, rng: random.Random) -> tuple[list[int], list[int], int]:
    """Half of all items fit."""
    return [rng.randrange(1, 4) for _ in range(n)], [rng.randrange(1, 100) for _ in range(n)], n


EDITS = Task(
    "edit-distance",
    "edits",
    "n*m",
    (Family("random", _words, 8, 2_200), Family("near", _near_words, 8, 2_200)),
    (
        right(
            "two_rows",
            "a constant step for each pair of letters, two rows kept",
            """
            def edits(a, b):
                before = list(range(len(b) + 1))
                for i, x in enumerate(a, 1):
                    row = [i]
                    for j, y in enumerate(b, 1):
                        if x == y:
                            row.append(before[j - 1])
                        else:
                            row.append(1 + min(before[j - 1], before[j], row[j - 1]))
                    before = row
                return before[-1]
            """,
        ),
        right(
            "bits",
            "a row is two numbers of m bits: n m / 64 steps in C",
            """
            def edits(a, b):
                where, full = {}, (1 << len(b)) - 1
                for j, y in enumerate(b):
                    where[y] = where.get(y, 0) | 1 << j
                up, down, last, distance = full, 0, 1 << len(b) - 1, len(b)
                for x in a:
                    same = where.get(x, 0)
                    across = (((same & up) + up) ^ up) | same | down
                    grows, shrinks = down | ~(across | up) & full, up & across
                    distance += bool(grows & last) - bool(shrinks & last)
                    grows = (grows << 1 | 1) & full
                    shrinks = shrinks << 1 & full
                    upright = same | down
                    up, down = shrinks | ~(upright | grows) & full, grows & upright
                return distance
            """,
            Kind.FAST,
        ),
        right(
            "cells",
            "two rows of cells that know how they came about",
            """
            from dataclasses import dataclass
            from enum import Enum
            class Step(Enum):
                KEEP, SWAP, DROP, ADD = range(4)
            @dataclass(frozen=True)
            class Cell:
                cost: int
                step: Step
                def then(self, step):
                    return Cell(self.cost + (step is not Step.KEEP), step)
            def around(x, y, corner, above, left):
                yield corner.then(Step.KEEP if x == y else Step.SWAP)
                yield above.then(Step.DROP)
                yield left.then(Step.ADD)
            def edits(a, b):
                before = [Cell(0, Step.KEEP)]
                for _ in b:
                    before.append(before[-1].then(Step.ADD))
                for x in a:
                    row = [before[0].then(Step.DROP)]
                    for j, y in enumerate(b):
                        row.append(min(around(x, y, before[j], before[j + 1], row[j]), key=lambda cell: cell.cost))
                    before = row
                return before[-1].cost
            """,
            Kind.SLOW,
        ),
        worse(
            "whole_table",
            "all rows are kept",
            """
            def edits(a, b):
                table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
                for i in range(len(a) + 1):
                    for j in range(len(b) + 1):
                        if i == 0 or j == 0:
                            table[i][j] = i + j
                        elif a[i - 1] == b[j - 1]:
                            table[i][j] = table[i - 1][j - 1]
                        else:
                            table[i][j] = 1 + min(table[i - 1][j - 1], table[i - 1][j], table[i][j - 1])
                return table[-1][-1]
            """,
            Kind.MEMORY,
            blame="[0] * (len(b) + 1)",
        ),
        worse(
            "remembered",
            "all pairs of places are remembered in a dict",
            """
            def edits(a, b):
                known = {}
                for i in range(len(a) + 1):
                    known[i, 0] = i
                for j in range(len(b) + 1):
                    known[0, j] = j
                for i, x in enumerate(a, 1):
                    for j, y in enumerate(b, 1):
                        best = min(known[i - 1, j], known[i, j - 1]) + 1
                        known[i, j] = min(best, known[i - 1, j - 1] + (x != y))
                return known[len(a), len(b)]
            """,
            Kind.MEMORY,
            blame="known[i, j] =",
        ),
        worse(
            "row_copied",
            "the row is copied for each cell, in C",
            """
            def edits(a, b):
                before = tuple(range(len(b) + 1))
                for i, x in enumerate(a, 1):
                    row = (i,)
                    for j, y in enumerate(b, 1):
                        best = before[j - 1] if x == y else 1 + min(before[j - 1], before[j], row[-1])
                        row = row + (best,)
                    before = row
                return before[-1]
            """,
            Kind.HIDDEN,
            blame="row = row + (best,)",
        ),
        worse(
            "gaps",
            "each cell tries gaps of all lengths",
            """
            def edits(a, b):
                before = list(range(len(b) + 1))
                for i, x in enumerate(a, 1):
                    kept = [i]
                    for j, y in enumerate(b, 1):
                        kept.append(min(before[j] + 1, before[j - 1] + (x != y)))
                    before = [min(kept[k] + j - k for k in range(j + 1)) for j in range(len(b) + 1)]
                return before[-1]
            """,
            blame="for k in range(j + 1)",
        ),
    ),
    space="n",
)

KNAPSACK = Task(
    "knapsack",
    "most",
    "n*W",
    (Family("heavy", _heavy, 8, 2_400), Family("light", _light, 8, 2_400)),
    (
        right(
            "one_row",
            "a constant step for each item and room, one row kept",
            """
            def most(weights, values, room):
                best = [0] * (room + 1)
                for weight, value in zip(weights, values):
                    for left in range(room, weight - 1, -1):
                        taken = best[left - weight] + value
                        if taken > best[left]:
                            best[left] = taken
                return best[room]
            """,
        ),
        right(
            "rows_mapped",
            "a row against itself shifted, by map",
            """
            def most(weights, values, room):
                best = [0] * (room + 1)
                for weight, value in zip(weights, values):
                    if weight <= room:
                        shifted = [x + value for x in best[: room + 1 - weight]]
                        best[weight:] = map(max, best[weight:], shifted)
                return best[room]
            """,
        ),
        right(
            "better_ones",
            "for each weight at most one pair that nothing lighter beats",
            """
            def most(weights, values, room):
                pairs = [(0, 0)]
                for weight, value in zip(weights, values):
                    added = [(w + weight, v + value) for w, v in pairs if w + weight <= room]
                    merged, best, i, j = [], -1, 0, 0
                    while i < len(pairs) or j < len(added):
                        if j == len(added) or (i < len(pairs) and pairs[i][0] <= added[j][0]):
                            w, v = pairs[i]
                            i += 1
                        else:
                            w, v = added[j]
                            j += 1
                        if v > best:
                            if merged and merged[-1][0] == w:
                                merged.pop()
                            merged.append((w, v))
                            best = v
                    pairs = merged
                return pairs[-1][1]
            """,
        ),
        right(
            "decimals",
            "a row of checked objects with decimals",
            """
            from dataclasses import dataclass
            from decimal import Decimal
            @dataclass(frozen=True, order=True)
            class Load:
                value: Decimal
                items: int
                def with_item(self, value):
                    return Load(self.value + value, self.items + 1)
            def most(weights, values, room):
                best = [Load(Decimal(0), 0)] * (room + 1)
                for weight, value in zip(weights, map(Decimal, values)):
                    row = []
                    for left, load in enumerate(best):
                        choices = [load]
                        if left >= weight:
                            choices.append(best[left - weight].with_item(value))
                        row.append(max(choices, key=lambda load: load.value))
                    best = row
                return int(best[room].value)
            """,
            Kind.SLOW,
        ),
        worse(
            "whole_table",
            "all rows are kept",
            """
            def most(weights, values, room):
                table = [[0] * (room + 1)]
                for weight, value in zip(weights, values):
                    above, row = table[-1], []
                    for left in range(room + 1):
                        skipped = above[left]
                        row.append(max(skipped, above[left - weight] + value) if left >= weight else skipped)
                    table.append(row)
                return table[-1][room]
            """,
            Kind.MEMORY,
            blame="table.append(row)",
        ),
        worse(
            "best_of_smaller",
            "the best of all smaller rooms is searched in C, though the last of them is it",
            """
            def most(weights, values, room):
                best = [0] * (room + 1)
                for weight, value in zip(weights, values):
                    for left in range(room, weight - 1, -1):
                        best[left] = max(best[left], max(best[: left - weight + 1]) + value)
                return best[room]
            """,
            Kind.HIDDEN,
            blame="max(best[: left - weight + 1])",
        ),
        worse(
            "items_kept",
            "each room keeps its items, a copy in C: few where items are heavy, up to half of all where they are light",
            """
            def most(weights, values, room):
                best = [(0, ())] * (room + 1)
                for item, (weight, value) in enumerate(zip(weights, values)):
                    for left in range(room, weight - 1, -1):
                        worth, items = best[left - weight]
                        if worth + value > best[left][0]:
                            best[left] = (worth + value, items + (item,))
                return best[room][0]
            """,
            Kind.FAMILY,
            blame="items + (item,)",
        ),
        worse(
            "rooms_shifted",
            "a copy of the row for each room that gains",
            """
            def most(weights, values, room):
                best = [0] * (room + 1)
                for weight, value in zip(weights, values):
                    for left in range(room, weight - 1, -1):
                        taken = best[left - weight] + value
                        if taken > best[left]:
                            best = best[:left] + [taken] + best[left + 1 :]
                return best[room]
            """,
            Kind.HIDDEN,
            blame="best[:left] + [taken]",
        ),
    ),
    space="n",
)

TASKS = (
    EDITS,
    KNAPSACK,
)
