"""Counting and looking up."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _pairs(n: int, rng: random.Random) -> tuple[list[int], int]:
    return (rng.sample(range(10 * n), n), 10 * n)


def _all_different(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


def _dominated(n: int, rng: random.Random) -> tuple[list[int]]:
    xs = rng.sample(range(10 * n), n)
    xs[::2] = [7] * len(xs[::2])
    xs[-1] = 7
    return (xs,)


def _one_run(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(n), n),)


PAIR_SUMS = Task(
    "h-pair-sums",
    "pair_sums",
    "n",
    (Family("different", _pairs, 1000, 1_000_000),),
    (
        right(
            "seen",
            "two dict operations a number",
            """
            def pair_sums(xs, target):
                seen = {}
                total = 0
                for x in xs:
                    total += seen.get(target - x, 0)
                    seen[x] = seen.get(x, 0) + 1
                return total
            """,
        ),
        right(
            "intersection",
            "one set made and one intersection, both in C; the numbers all differ",
            """
            def pair_sums(xs, target):
                have = set(xs)
                both = len(have.intersection(map(target.__sub__, xs)))
                return (both - (target % 2 == 0 and target // 2 in have)) // 2
            """,
            Kind.FAST,
        ),
        right(
            "fractions",
            "the same dict with rational keys, each a constant number of Python calls",
            """
            from fractions import Fraction
            def pair_sums(xs, target):
                seen = {}
                goal = Fraction(target)
                total = 0
                for x in xs:
                    x = Fraction(x)
                    total += seen.get(goal - x, 0)
                    seen[x] = seen.get(x, 0) + 1
                return total
            """,
            Kind.SLOW,
        ),
        right(
            "shelves",
            "a shelf for every ten values holds at most ten different numbers",
            """
            def pair_sums(xs, target):
                shelves = [[] for _ in range(max(target, max(xs)) // 10 + 1)]
                for x in xs:
                    shelves[x // 10].append(x)
                total = 0
                for x in xs:
                    y = target - x
                    if y > x and y in shelves[y // 10]:
                        total += 1
                return total
            """,
        ),
        near(
            "two_ends",
            "sorting, then one walk from both ends",
            """
            def pair_sums(xs, target):
                xs = sorted(xs)
                i, j, total = 0, len(xs) - 1, 0
                while i < j:
                    s = xs[i] + xs[j]
                    if s == target:
                        total += 1
                    if s <= target:
                        i += 1
                    else:
                        j -= 1
                return total
            """,
        ),
        worse(
            "all_pairs",
            "every pair is added up",
            """
            def pair_sums(xs, target):
                total = 0
                for i in range(len(xs)):
                    for j in range(i):
                        if xs[i] + xs[j] == target:
                            total += 1
                return total
            """,
            blame="if xs[i] + xs[j] == target",
        ),
        worse(
            "many_sets",
            "a set for each √n numbers, and every number is looked up in all √n of them",
            """
            from math import isqrt
            def pair_sums(xs, target):
                size = isqrt(len(xs)) + 1
                sets = [set(xs[i : i + size]) for i in range(0, len(xs), size)]
                total = 0
                for x in xs:
                    y = target - x
                    if y > x:
                        for some in sets:
                            if y in some:
                                total += 1
                return total
            """,
            Kind.ROOT,
            blame="if y in some",
        ),
        worse(
            "count",
            "list.count reads all numbers in C for every number",
            """
            def pair_sums(xs, target):
                total = 0
                for x in xs:
                    if target - x > x:
                        total += xs.count(target - x)
                return total
            """,
            Kind.HIDDEN,
            blame="xs.count",
        ),
        worse(
            "rest",
            "the rest of the list is copied and searched in C for every number",
            """
            def pair_sums(xs, target):
                return sum(1 for i, x in enumerate(xs) if target - x in xs[i + 1 :])
            """,
            Kind.HIDDEN,
            blame="xs[i + 1 :]",
        ),
    ),
)

MAJORITY = Task(
    "h-majority",
    "majority",
    "n",
    (
        Family("different", _all_different, 1000, 2_000_000),
        Family("dominated", _dominated, 1000, 2_000_000),
    ),
    (
        right(
            "votes",
            "one walk for the candidate, one to count it, two variables",
            """
            def majority(xs):
                candidate, votes = None, 0
                for x in xs:
                    if votes == 0:
                        candidate, votes = x, 1
                    elif x == candidate:
                        votes += 1
                    else:
                        votes -= 1
                total = 0
                for x in xs:
                    if x == candidate:
                        total += 1
                return candidate if total > len(xs) // 2 else -1
            """,
        ),
        right(
            "votes_count",
            "the same walk, the counting in C",
            """
            def majority(xs):
                votes = 0
                for x in xs:
                    if not votes:
                        candidate = x
                    votes += 1 if x == candidate else -1
                return candidate if xs.count(candidate) * 2 > len(xs) else -1
            """,
        ),
        right(
            "bits",
            "the majority's bit wins in each of 26 places: 26 walks, one number each",
            """
            def majority(xs):
                found = 0
                for place in range(26):
                    ones = sum(1 for x in xs if x >> place & 1)
                    if ones * 2 > len(xs):
                        found |= 1 << place
                total = sum(1 for x in xs if x == found)
                return found if total * 2 > len(xs) else -1
            """,
            Kind.SLOW,
        ),
        right(
            "decimals",
            "one walk that makes a record and a decimal a number, and keeps one of them",
            """
            from collections import namedtuple
            from decimal import Decimal
            State = namedtuple("State", "candidate votes")
            def majority(xs):
                state = State(Decimal(-1), Decimal(0))
                for x in xs:
                    x = Decimal(x)
                    if state.votes == 0:
                        state = State(x, Decimal(1))
                    elif state.candidate == x:
                        state = State(x, state.votes + 1)
                    else:
                        state = State(state.candidate, state.votes - 1)
                found = int(state.candidate)
                return found if sum(x == found for x in xs) * 2 > len(xs) else -1
            """,
            Kind.SLOW,
        ),
        worse(
            "counter",
            "linear in time, but a counter for every different number",
            """
            from collections import Counter
            def majority(xs):
                x, count = Counter(xs).most_common(1)[0]
                return x if count * 2 > len(xs) else -1
            """,
            Kind.MEMORY,
            blame="Counter(xs)",
        ),
        worse(
            "median",
            "a sorted copy is n more in memory",
            """
            def majority(xs):
                middle = sorted(xs)[len(xs) // 2]
                return middle if xs.count(middle) * 2 > len(xs) else -1
            """,
            Kind.MEMORY,
            blame="sorted(xs)",
        ),
        worse(
            "count_each",
            "counts every number in C until a majority turns up: where none does, n times",
            """
            def majority(xs):
                for x in xs:
                    if xs.count(x) * 2 > len(xs):
                        return x
                return -1
            """,
            Kind.EARLY,
            blame="xs.count(x)",
        ),
        worse(
            "loops",
            "where no number dominates every one is counted by a loop over all",
            """
            def majority(xs):
                need = len(xs) // 2
                for x in xs:
                    seen = 0
                    for y in xs:
                        if x == y:
                            seen += 1
                            if seen > need:
                                return x
                return -1
            """,
            blame="if x == y",
        ),
        worse(
            "blocks",
            "a majority of all is one in a block: √n candidates, each counted over all",
            """
            from math import isqrt
            def majority(xs):
                n = len(xs)
                size = isqrt(n) + 1
                best = -1
                for begin in range(0, n, size):
                    votes = 0
                    for i in range(begin, min(n, begin + size)):
                        if votes == 0:
                            candidate = xs[i]
                        votes += 1 if xs[i] == candidate else -1
                    if xs.count(candidate) * 2 > n:
                        best = candidate
                return best
            """,
            Kind.ROOT,
            blame="xs.count(candidate)",
        ),
    ),
    space="1",
)

LONGEST_RUN = Task(
    "h-longest-run",
    "longest_run",
    "n",
    (
        Family("sparse", _all_different, 1000, 1_000_000),
        Family("one", _one_run, 1000, 1_000_000),
    ),
    (
        right(
            "ends",
            "a dict of runs' lengths at their ends, four lookups a number",
            """
            def longest_run(xs):
                length = {}
                best = 0
                for x in xs:
                    if x in length:
                        continue
                    left = length.get(x - 1, 0)
                    right = length.get(x + 1, 0)
                    whole = left + right + 1
                    length[x] = whole
                    length[x - left] = whole
                    length[x + right] = whole
                    if whole > best:
                        best = whole
                return best
            """,
        ),
        right(
            "starts",
            "walks on from the starts of runs only, so each number is passed once",
            """
            def longest_run(xs):
                have = set(xs)
                best = 0
                for x in have:
                    if x - 1 not in have:
                        y = x + 1
                        while y in have:
                            y += 1
                        best = max(best, y - x)
                return best
            """,
        ),
        right(
            "flags",
            "values are below ten times n: one byte each, cut at the gaps in C",
            """
            def longest_run(xs):
                there = bytearray(b" ") * (max(xs) + 1)
                for x in xs:
                    there[x] = 35
                return max(map(len, there.split()))
            """,
            Kind.FAST,
        ),
        right(
            "union",
            "union by size with path halving: practically constant a number",
            """
            def longest_run(xs):
                parent = {x: x for x in xs}
                size = dict.fromkeys(xs, 1)
                def root(x):
                    while parent[x] != x:
                        parent[x] = parent[parent[x]]
                        x = parent[x]
                    return x
                for x in xs:
                    if x + 1 in parent:
                        a, b = root(x), root(x + 1)
                        if a != b:
                            if size[a] < size[b]:
                                a, b = b, a
                            parent[b] = a
                            size[a] += size[b]
                return max(size.values())
            """,
        ),
        right(
            "objects",
            "the walk from the starts with an object of its own hash and a rational value for each number",
            """
            from fractions import Fraction
            class Number:
                def __init__(self, value):
                    self.value = Fraction(value)
                def __hash__(self):
                    return hash(self.value)
                def __eq__(self, other):
                    return self.value == other.value
                def plus(self, by):
                    return Number(self.value + by)
            def longest_run(xs):
                have = {Number(x) for x in xs}
                best = 0
                for x in have:
                    if x.plus(-1) not in have:
                        length = 1
                        while x.plus(length) in have:
                            length += 1
                        best = max(best, length)
                return best
            """,
            Kind.SLOW,
        ),
        near(
            "sorting",
            "a sort and a walk",
            """
            def longest_run(xs):
                best = run = 0
                before = None
                for x in sorted(xs):
                    if x != before:
                        run = run + 1 if before is not None and x == before + 1 else 1
                        best = max(best, run)
                    before = x
                return best
            """,
        ),
        worse(
            "every",
            "walks on from every number: constant where runs are short, n each in one long run",
            """
            def longest_run(xs):
                have = set(xs)
                best = 0
                for x in have:
                    y = x
                    while y in have:
                        y += 1
                    best = max(best, y - x)
                return best
            """,
            Kind.FAMILY,
            blame="while y in have",
        ),
        worse(
            "stations",
            "starts at every √n-th value too: √n walks of n in one long run",
            """
            from math import isqrt
            def longest_run(xs):
                have = set(xs)
                every = isqrt(len(xs)) + 1
                best = 0
                for x in have:
                    if x % every == 0 or x - 1 not in have:
                        y = x
                        while y in have:
                            y += 1
                        best = max(best, y - x)
                return best
            """,
            Kind.ROOT,
            blame="while y in have",
        ),
        worse(
            "list_in",
            "membership in a list, in C, for every number",
            """
            def longest_run(xs):
                best = 0
                have = set(xs)
                for x in xs:
                    if x - 1 not in xs:
                        y = x
                        while y in have:
                            y += 1
                        best = max(best, y - x)
                return best
            """,
            Kind.HIDDEN,
            blame="x - 1 not in xs",
        ),
    ),
)

TASKS = (
    PAIR_SUMS,
    MAJORITY,
    LONGEST_RUN,
)
