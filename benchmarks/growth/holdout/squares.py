"""What takes all pairs: a matrix, two texts, sums of three."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _square(n: int, rng: random.Random) -> tuple[list[list[int]]]:
    return ([rng.choices(range(10**6), k=n) for _ in range(n)],)


def _two_letters(n: int, rng: random.Random) -> tuple[str, str]:
    return ("".join(rng.choices("ab", k=n)), "".join(rng.choices("ab", k=n)))


def _same_letter(n: int, rng: random.Random) -> tuple[str, str]:
    letter = rng.choice("abc")
    return (letter * n, letter * n)


def _around_zero(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(-5 * n, 5 * n), n),)


SPIRAL = Task(
    "h-spiral",
    "spiral",
    "n^2",
    (Family("square", _square, 10, 2560),),
    (
        right(
            "walker",
            "n² steps, each with a look at a grid of marks",
            """
            def spiral(matrix):
                n = len(matrix)
                seen = [[False] * n for _ in range(n)]
                r = c = 0
                down, along = 0, 1
                out = []
                for _ in range(n * n):
                    out.append(matrix[r][c])
                    seen[r][c] = True
                    y, x = r + down, c + along
                    if not (0 <= y < n and 0 <= x < n) or seen[y][x]:
                        down, along = along, -down
                        y, x = r + down, c + along
                    r, c = y, x
                return out
            """,
        ),
        right(
            "slices",
            "rows by slices in C, columns by comprehensions",
            """
            def spiral(matrix):
                out = []
                low, high = 0, len(matrix) - 1
                while low < high:
                    out += matrix[low][low : high + 1]
                    out += [row[high] for row in matrix[low + 1 : high]]
                    out += matrix[high][low : high + 1][::-1]
                    out += [row[low] for row in matrix[high - 1 : low : -1]]
                    low += 1
                    high -= 1
                if low == high:
                    out.append(matrix[low][low])
                return out
            """,
            Kind.FAST,
        ),
        right(
            "four_bounds",
            "four walls that close in, a loop for each",
            """
            def spiral(matrix):
                top, bottom, left, right = 0, len(matrix) - 1, 0, len(matrix) - 1
                out = []
                while top <= bottom and left <= right:
                    for c in range(left, right + 1):
                        out.append(matrix[top][c])
                    top += 1
                    for r in range(top, bottom + 1):
                        out.append(matrix[r][right])
                    right -= 1
                    if top <= bottom:
                        for c in range(right, left - 1, -1):
                            out.append(matrix[bottom][c])
                        bottom -= 1
                    if left <= right:
                        for r in range(bottom, top - 1, -1):
                            out.append(matrix[r][left])
                        left += 1
                return out
            """,
        ),
        right(
            "complex",
            "a set of complex numbers, and two rational numbers made at each step",
            """
            from fractions import Fraction
            def spiral(matrix):
                n = len(matrix)
                seen = set()
                at, way = 0j, 1j
                out = []
                for _ in range(n * n):
                    place = (Fraction(int(at.real)), Fraction(int(at.imag)))
                    out.append(matrix[place[0].numerator][place[1].numerator])
                    seen.add(at)
                    there = at + way
                    if not (0 <= there.real < n and 0 <= there.imag < n) or there in seen:
                        way *= -1j
                        there = at + way
                    at = there
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "peel_and_turn",
            "the rest of the matrix is turned, in C, for each of 2n rows taken",
            """
            def spiral(matrix):
                out = []
                while matrix:
                    out += matrix[0]
                    matrix = list(zip(*matrix[1:]))[::-1]
                return out
            """,
            Kind.HIDDEN,
            blame="zip(*matrix[1:])",
        ),
        worse(
            "rings",
            "the whole matrix is searched for the cells of each of n/2 rings",
            """
            def spiral(matrix):
                n = len(matrix)
                out = []
                for ring in range((n + 1) // 2):
                    cells = []
                    for r in range(n):
                        for c in range(n):
                            if min(r, c, n - 1 - r, n - 1 - c) == ring:
                                if r == ring:
                                    key = (0, c)
                                elif c == n - 1 - ring:
                                    key = (1, r)
                                elif r == n - 1 - ring:
                                    key = (2, -c)
                                else:
                                    key = (3, -r)
                                cells.append((key, matrix[r][c]))
                    out += [value for _, value in sorted(cells)]
                return out
            """,
            blame="== ring",
        ),
        worse(
            "many_sets",
            "cells passed are kept in √n sets, and each step asks all of them",
            """
            from math import isqrt
            def spiral(matrix):
                n = len(matrix)
                room = n * (isqrt(n) + 1)
                seen = [set() for _ in range(n * n // room + 1)]
                r = c = 0
                down, along = 0, 1
                out = []
                for step in range(n * n):
                    out.append(matrix[r][c])
                    seen[step // room].add((r, c))
                    y, x = r + down, c + along
                    known = sum((y, x) in some for some in seen)
                    if not (0 <= y < n and 0 <= x < n) or known:
                        down, along = along, -down
                        y, x = r + down, c + along
                    r, c = y, x
                return out
            """,
            Kind.ROOT,
            blame="(y, x) in some",
        ),
    ),
)

COMMON = Task(
    "h-longest-common",
    "longest_common",
    "n^2",
    (
        Family("letters", _two_letters, 10, 2560),
        Family("same", _same_letter, 10, 2560),
    ),
    (
        right(
            "two_rows",
            "one cell a pair of letters, two rows kept",
            """
            def longest_common(a, b):
                before = [0] * (len(b) + 1)
                for c in a:
                    row = [0]
                    for j, d in enumerate(b):
                        if c == d:
                            row.append(before[j] + 1)
                        else:
                            row.append(max(row[j], before[j + 1]))
                    before = row
                return before[-1]
            """,
        ),
        right(
            "bits",
            "a row of the table as the bits of one integer: n additions of n bits",
            """
            def longest_common(a, b):
                places = {}
                for i, c in enumerate(a):
                    places[c] = places.get(c, 0) | 1 << i
                full = (1 << len(a)) - 1
                row = full
                for c in b:
                    hit = row & places.get(c, 0)
                    row = (row + hit | row - hit) & full
                return len(a) - row.bit_count()
            """,
            Kind.FAST,
        ),
        right(
            "diagonals",
            "the same cells in the order of the diagonals, three of them kept",
            """
            def longest_common(a, b):
                n, m = len(a), len(b)
                older, old = {}, {}
                for total in range(2, n + m + 1):
                    new = {}
                    for i in range(max(1, total - m), min(n, total - 1) + 1):
                        if a[i - 1] == b[total - i - 1]:
                            new[i] = older.get(i - 1, 0) + 1
                        else:
                            new[i] = max(old.get(i, 0), old.get(i - 1, 0))
                    older, old = old, new
                return old[n]
            """,
        ),
        right(
            "fractions",
            "two rows of rational numbers",
            """
            from fractions import Fraction
            def longest_common(a, b):
                one = Fraction(1)
                before = {-1: Fraction(0)} | {j: Fraction(0) for j in range(len(b))}
                for c in a:
                    row = {-1: Fraction(0)}
                    for j in range(len(b)):
                        try:
                            found = {b[j]: before[j - 1]}[c] + one
                        except KeyError:
                            found = row[j - 1] if row[j - 1] > before[j] else before[j]
                        row[j] = found
                    before = row
                return int(before[len(b) - 1])
            """,
            Kind.SLOW,
        ),
        worse(
            "whole_table",
            "n² in time, and in memory too: all rows are kept",
            """
            def longest_common(a, b):
                table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
                for i, c in enumerate(a):
                    for j, d in enumerate(b):
                        if c == d:
                            table[i + 1][j + 1] = table[i][j] + 1
                        else:
                            table[i + 1][j + 1] = max(table[i][j + 1], table[i + 1][j])
                return table[-1][-1]
            """,
            Kind.MEMORY,
            blame="[[0] * (len(b) + 1) for _ in range(len(a) + 1)]",
        ),
        worse(
            "prefix_max",
            "for each pair of equal letters the maximum of a slice, in C",
            """
            def longest_common(a, b):
                best = [0] * len(b)
                for c in a:
                    for j in range(len(b) - 1, -1, -1):
                        if b[j] == c:
                            best[j] = max(best[j], 1 + max(best[:j], default=0))
                return max(best)
            """,
            Kind.HIDDEN,
            blame="max(best[:j], default=0)",
        ),
        worse(
            "prefix_blocks",
            "that maximum from blocks of √n and single cells, √n of each",
            """
            from math import isqrt
            def longest_common(a, b):
                size = isqrt(len(b)) + 1
                best = [0] * len(b)
                tops = [0] * (len(b) // size + 1)
                for c in a:
                    for j in range(len(b) - 1, -1, -1):
                        if b[j] == c:
                            top = 0
                            for i in range(j // size):
                                if tops[i] > top:
                                    top = tops[i]
                            for i in range(j // size * size, j):
                                if best[i] > top:
                                    top = best[i]
                            if top >= best[j]:
                                best[j] = top + 1
                                tops[j // size] = max(tops[j // size], top + 1)
                return max(best)
            """,
            Kind.ROOT,
            blame="if tops[i] > top",
        ),
        worse(
            "look_left",
            "for each pair of equal letters all cells to the left are looked through",
            """
            def longest_common(a, b):
                best = [0] * len(b)
                for c in a:
                    for j in range(len(b) - 1, -1, -1):
                        if b[j] == c:
                            top = 0
                            for i in range(j):
                                if best[i] > top:
                                    top = best[i]
                            best[j] = max(best[j], top + 1)
                return max(best)
            """,
            blame="if best[i] > top",
        ),
    ),
    space="n",
)

TRIPLES = Task(
    "h-triples",
    "triples",
    "n^2",
    (Family("random", _around_zero, 12, 3000),),
    (
        right(
            "two_ends",
            "sorted, then for each number one walk from both ends of the rest",
            """
            def triples(xs):
                xs = sorted(xs)
                total = 0
                for i in range(len(xs)):
                    lo, hi = i + 1, len(xs) - 1
                    while lo < hi:
                        s = xs[i] + xs[lo] + xs[hi]
                        if s < 0:
                            lo += 1
                        elif s > 0:
                            hi -= 1
                        else:
                            total += 1
                            lo += 1
                            hi -= 1
                return total
            """,
        ),
        right(
            "bits",
            "values are below 5n: the numbers as bits, n shifts of 10n bits counted in C",
            """
            def triples(xs):
                middle = max(max(xs), -min(xs))
                there = int("".join(map("01".__getitem__, marks(xs, middle)))[::-1], 2)
                turned = int("".join(map("01".__getitem__, marks([-x for x in xs], middle)))[::-1], 2)
                total = 0
                for x in xs:
                    shifted = turned >> x if x >= 0 else turned << -x
                    total += (shifted & there).bit_count()
                have = set(xs)
                twice = sum(1 for x in xs if x and -2 * x in have)
                return (total - 3 * twice - (0 in have)) // 6
            def marks(xs, middle):
                out = bytearray(2 * middle + 1)
                for x in xs:
                    out[x + middle] = 1
                return out
            """,
            Kind.FAST,
        ),
        right(
            "third_in_set",
            "all pairs, and one lookup of the third",
            """
            def triples(xs):
                xs = sorted(xs)
                have = set(xs)
                total = 0
                for i, a in enumerate(xs):
                    for j in range(i + 1, len(xs)):
                        b = xs[j]
                        if -a - b > b and -a - b in have:
                            total += 1
                return total
            """,
        ),
        right(
            "decimals",
            "the walk from both ends with decimals, and a named tuple for each step",
            """
            from collections import namedtuple
            from decimal import Decimal
            Ends = namedtuple("Ends", "lo hi")
            def triples(xs):
                xs = sorted(map(Decimal, xs))
                total = 0
                for i in range(len(xs)):
                    ends = Ends(i + 1, len(xs) - 1)
                    while ends.lo < ends.hi:
                        s = sum((xs[i], xs[ends.lo], xs[ends.hi]), start=Decimal(0))
                        if s < 0:
                            ends = ends._replace(lo=ends.lo + 1)
                        elif s > 0:
                            ends = ends._replace(hi=ends.hi - 1)
                        else:
                            total += 1
                            ends = Ends(lo=ends.lo + 1, hi=ends.hi - 1)
                return total
            """,
            Kind.SLOW,
        ),
        near(
            "bisect",
            "a binary search for the third of each pair",
            """
            from bisect import bisect_left
            def triples(xs):
                xs = sorted(xs)
                total = 0
                for i, a in enumerate(xs):
                    for j in range(i + 1, len(xs)):
                        third = -a - xs[j]
                        at = bisect_left(xs, third, j + 1)
                        if at < len(xs) and xs[at] == third:
                            total += 1
                return total
            """,
        ),
        worse(
            "in_slice",
            "the third is looked for in a copy of the rest, in C",
            """
            def triples(xs):
                total = 0
                for i, a in enumerate(xs):
                    for j in range(i + 1, len(xs)):
                        if -a - xs[j] in xs[j + 1 :]:
                            total += 1
                return total
            """,
            Kind.HIDDEN,
            blame="xs[j + 1 :]",
        ),
        worse(
            "many_sets",
            "√n sets, all asked for each pair",
            """
            from math import isqrt
            def triples(xs):
                xs = sorted(xs)
                size = isqrt(len(xs)) + 1
                sets = [set(xs[i : i + size]) for i in range(0, len(xs), size)]
                total = 0
                for i, a in enumerate(xs):
                    for j in range(i + 1, len(xs)):
                        third = -a - xs[j]
                        if third > xs[j]:
                            for some in sets:
                                if third in some:
                                    total += 1
                return total
            """,
            Kind.ROOT,
            blame="if third in some",
        ),
        worse(
            "three_loops",
            "all triples",
            """
            def triples(xs):
                n = len(xs)
                total = 0
                for i in range(n):
                    for j in range(i):
                        for k in range(j):
                            if xs[i] + xs[j] + xs[k] == 0:
                                total += 1
                return total
            """,
            blame="if xs[i] + xs[j] + xs[k] == 0",
        ),
    ),
)

TASKS = (
    SPIRAL,
    COMMON,
    TRIPLES,
)
