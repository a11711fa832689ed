"""Matrices of n cells."""

from __future__ import annotations

import math
import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _square(n: int, rng: random.Random) -> tuple[list[list[int]]]:
    side = max(2, math.isqrt(n))
    return ([[rng.randrange(10 * n) for _ in range(side)] for _ in range(side)],)


SPIRAL = Task(
    "spiral",
    "spiral",
    "n",
    (Family("square", _square, 400, 2_500_000),),
    (
        right(
            "borders",
            "each cell once",
            """
            def spiral(rows):
                out = []
                top, bottom, left, right = 0, len(rows) - 1, 0, len(rows[0]) - 1
                while top <= bottom and left <= right:
                    for c in range(left, right + 1):
                        out.append(rows[top][c])
                    for r in range(top + 1, bottom + 1):
                        out.append(rows[r][right])
                    if top < bottom and left < right:
                        for c in range(right - 1, left - 1, -1):
                            out.append(rows[bottom][c])
                        for r in range(bottom - 1, top, -1):
                            out.append(rows[r][left])
                    top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
                return out
            """,
        ),
        right(
            "slices",
            "each layer by slices",
            """
            def spiral(rows):
                out, k, high, wide = [], 0, len(rows), len(rows[0])
                while 2 * k < min(high, wide):
                    end_r, end_c = high - 1 - k, wide - 1 - k
                    out += rows[k][k : end_c + 1]
                    out += [rows[r][end_c] for r in range(k + 1, end_r + 1)]
                    if end_r > k and end_c > k:
                        out += rows[end_r][k:end_c][::-1]
                        out += [rows[r][k] for r in range(end_r - 1, k, -1)]
                    k += 1
                return out
            """,
            Kind.FAST,
        ),
        right(
            "walker",
            "complex numbers as places and a set of those seen: dearer by a factor",
            """
            def spiral(rows):
                cells = {complex(c, r): x for r, row in enumerate(rows) for c, x in enumerate(row)}
                at, step, out, seen = 0j, 1 + 0j, [], set()
                for _ in range(len(cells)):
                    out.append(cells[at])
                    seen.add(at)
                    if at + step not in cells or at + step in seen:
                        step *= 1j
                    at += step
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "peel_and_turn",
            "all that is left is turned after each row: sides times cells, n^1.5",
            """
            def spiral(rows):
                out = []
                while rows:
                    out += rows[0]
                    rows = [list(row) for row in zip(*rows[1:])][::-1]
                return out
            """,
            Kind.ROOT,
            blame="zip(*rows[1:])",
        ),
        worse(
            "seen_list",
            "membership in a list of the places seen",
            """
            def spiral(rows):
                high, wide = len(rows), len(rows[0])
                r, c, dr, dc, out, seen = 0, 0, 0, 1, [], []
                for _ in range(high * wide):
                    out.append(rows[r][c])
                    seen.append((r, c))
                    there = (r + dr, c + dc)
                    if not (0 <= there[0] < high and 0 <= there[1] < wide) or there in seen:
                        dr, dc = dc, -dr
                    r, c = r + dr, c + dc
                return out
            """,
            blame="there in seen",
        ),
        worse(
            "joined",
            "a new list of all so far for each cell, in C",
            """
            def spiral(rows):
                high, wide = len(rows), len(rows[0])
                r, c, dr, dc, out = 0, 0, 0, 1, []
                seen = [[False] * wide for _ in rows]
                for _ in range(high * wide):
                    out = out + [rows[r][c]]
                    seen[r][c] = True
                    if not (0 <= r + dr < high and 0 <= c + dc < wide) or seen[r + dr][c + dc]:
                        dr, dc = dc, -dr
                    r, c = r + dr, c + dc
                return out
            """,
            Kind.HIDDEN,
            blame="out = out +",
        ),
    ),
)

SADDLES = Task(
    "saddle-points",
    "saddles",
    "n",
    (Family("square", _square, 400, 3_200_000),),
    (
        right(
            "extremes",
            "least of each row and greatest of each column first",
            """
            def saddles(rows):
                least = []
                for row in rows:
                    low = row[0]
                    for x in row:
                        if x < low:
                            low = x
                    least.append(low)
                greatest = list(rows[0])
                for row in rows:
                    for c, x in enumerate(row):
                        if x > greatest[c]:
                            greatest[c] = x
                found = 0
                for row, low in zip(rows, least):
                    for c, x in enumerate(row):
                        found += x == low and x == greatest[c]
                return found
            """,
        ),
        right(
            "in_c",
            "the extremes by min, max and zip",
            """
            def saddles(rows):
                greatest = list(map(max, zip(*rows)))
                lows = map(min, rows)
                return sum(x == low == high for row, low in zip(rows, lows) for x, high in zip(row, greatest))
            """,
            Kind.FAST,
        ),
        right(
            "dicts",
            "extremes kept in dicts by text keys: dearer by a factor",
            """
            def saddles(rows):
                least, greatest = {}, {}
                for r, row in enumerate(rows):
                    for c, x in enumerate(row):
                        least[f"row {r}"] = min(x, least.get(f"row {r}", x))
                        greatest[f"column {c}"] = max(x, greatest.get(f"column {c}", x))
                found = 0
                for r, row in enumerate(rows):
                    for c, x in enumerate(row):
                        if x == least[f"row {r}"] and x == greatest[f"column {c}"]:
                            found += 1
                return found
            """,
            Kind.SLOW,
        ),
        worse(
            "row_each_time",
            "the least of the row anew for each cell, in C: n^1.5",
            """
            def saddles(rows):
                greatest = [max(column) for column in zip(*rows)]
                found = 0
                for row in rows:
                    for c, x in enumerate(row):
                        if x == min(row) and x == greatest[c]:
                            found += 1
                return found
            """,
            Kind.ROOT,
            blame="min(row)",
        ),
        worse(
            "both_each_time",
            "a row and a column are walked for each cell: n^1.5",
            """
            def saddles(rows):
                found = 0
                for row in rows:
                    for c, x in enumerate(row):
                        if all(x <= y for y in row) & all(x >= other[c] for other in rows):
                            found += 1
                        low = row[0]
                        for y in row:
                            if y < low:
                                low = y
                return found
            """,
            Kind.ROOT,
            blame="if y < low",
        ),
        worse(
            "columns_anew",
            "all columns are made anew for each row, in C: n^1.5",
            """
            def saddles(rows):
                found = 0
                for row in rows:
                    low = min(row)
                    greatest = [max(column) for column in zip(*rows)]
                    found += sum(x == low and x == high for x, high in zip(row, greatest))
                return found
            """,
            Kind.ROOT,
            blame="max(column)",
        ),
    ),
)

TASKS = (
    SPIRAL,
    SADDLES,
)
