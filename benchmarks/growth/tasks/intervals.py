"""Intervals: merged, and swept over."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse

Intervals = list[tuple[int, int]]


def _apart(n: int, rng: random.Random) -> tuple[Intervals]:
    """About a third of the neighbours touch."""
    starts = [rng.randrange(10 * n) for _ in range(n)]
    return ([(start, start + rng.randrange(1, 8)) for start in starts],)


def _nested(n: int, rng: random.Random) -> tuple[Intervals]:
    """Each holds the one after it."""
    found = [(i, 4 * n - i) for i in range(n)]
    rng.shuffle(found)
    return (found,)


MERGED = Task(
    "merge-intervals",
    "merged",
    "n log n",
    (Family("apart", _apart, 250, 256_000), Family("nested", _nested, 250, 256_000)),
    (
        right(
            "sorted",
            "one sort, one pass",
            """
            def merged(intervals):
                out = []
                for start, end in sorted(intervals):
                    if out and start <= out[-1][1]:
                        if end > out[-1][1]:
                            out[-1] = (out[-1][0], end)
                    else:
                        out.append((start, end))
                return out
            """,
        ),
        right(
            "events",
            "a sort of 2n events, and a depth",
            """
            def merged(intervals):
                events = sorted([(start, 0) for start, _ in intervals] + [(end, 1) for _, end in intervals])
                out, depth, began = [], 0, 0
                for at, closes in events:
                    if closes:
                        depth -= 1
                        if depth == 0:
                            out.append((began, at))
                    else:
                        if depth == 0:
                            began = at
                        depth += 1
                return out
            """,
        ),
        right(
            "objects",
            "objects compared in Python, sorted through a heap: dearer by a factor",
            """
            from heapq import heappop, heappush
            class Interval:
                def __init__(self, start, end):
                    self.start, self.end = start, end
                def __lt__(self, other):
                    return (self.start, self.end) < (other.start, other.end)
            def merged(intervals):
                heap = []
                for start, end in intervals:
                    heappush(heap, Interval(start, end))
                out = []
                while heap:
                    one = heappop(heap)
                    if out and one.start <= out[-1].end:
                        out[-1].end = max(out[-1].end, one.end)
                    else:
                        out.append(one)
                return [(one.start, one.end) for one in out]
            """,
            Kind.SLOW,
        ),
        worse(
            "pop_front",
            "pop(0) of the sorted list moves all of it, in C",
            """
            def merged(intervals):
                left, out = sorted(intervals), []
                while left:
                    start, end = left.pop(0)
                    if out and start <= out[-1][1]:
                        out[-1] = (out[-1][0], max(end, out[-1][1]))
                    else:
                        out.append((start, end))
                return out
            """,
            Kind.HIDDEN,
            blame="left.pop(0)",
        ),
        worse(
            "each_into_all",
            "each is held against all merged so far: many where they lie apart, one where they are nested",
            """
            def merged(intervals):
                out = []
                for start, end in intervals:
                    kept = []
                    for other in out:
                        if other[0] <= end and start <= other[1]:
                            start, end = min(start, other[0]), max(end, other[1])
                        else:
                            kept.append(other)
                    kept.append((start, end))
                    out = kept
                return sorted(out)
            """,
            Kind.FAMILY,
            blame="other",
        ),
        worse(
            "insertion",
            "a sort that inserts: half of the list is moved for each",
            """
            def merged(intervals):
                ordered = []
                for one in intervals:
                    at = len(ordered)
                    ordered.append(one)
                    while at and ordered[at - 1] > one:
                        ordered[at] = ordered[at - 1]
                        at -= 1
                    ordered[at] = one
                out = []
                for start, end in ordered:
                    if out and start <= out[-1][1]:
                        out[-1] = (out[-1][0], max(end, out[-1][1]))
                    else:
                        out.append((start, end))
                return out
            """,
            blame="ordered[at - 1]",
        ),
    ),
)


def _short(n: int, rng: random.Random) -> tuple[Intervals]:
    """Few are open at a time."""
    starts = [rng.randrange(10 * n) for _ in range(n)]
    return ([(start, start + rng.randrange(1, 40)) for start in starts],)


def _long(n: int, rng: random.Random) -> tuple[Intervals]:
    """Half of all are open in the middle."""
    return ([(rng.randrange(2 * n), 2 * n + rng.randrange(2 * n)) for _ in range(n)],)


ROOMS = Task(
    "rooms",
    "rooms",
    "n log n",
    (Family("short", _short, 250, 256_000), Family("long", _long, 250, 256_000)),
    (
        right(
            "heap",
            "a heap of ends",
            """
            from heapq import heappush, heapreplace
            def rooms(meetings):
                ends = []
                for start, end in sorted(meetings):
                    if ends and ends[0] <= start:
                        heapreplace(ends, end)
                    else:
                        heappush(ends, end)
                return len(ends)
            """,
        ),
        right(
            "two_lists",
            "starts and ends sorted by themselves",
            """
            def rooms(meetings):
                starts, ends = sorted(s for s, _ in meetings), sorted(e for _, e in meetings)
                at = most = 0
                for i, start in enumerate(starts):
                    while ends[at] <= start:
                        at += 1
                    most = max(most, i + 1 - at)
                return most
            """,
            Kind.FAST,
        ),
        right(
            "exact_fractions",
            "the same with fractions, which compare in Python: dearer by a factor",
            """
            from fractions import Fraction
            from heapq import heappush, heapreplace
            def rooms(meetings):
                ends = []
                for start, end in sorted(meetings):
                    if ends and ends[0] <= Fraction(start):
                        heapreplace(ends, Fraction(end))
                    else:
                        heappush(ends, Fraction(end))
                return len(ends)
            """,
            Kind.SLOW,
        ),
        worse(
            "filter_open",
            "all open ones are filtered for each: few where they are short, n where they are long",
            """
            def rooms(meetings):
                ends, most = [], 0
                for start, end in sorted(meetings):
                    ends = [other for other in ends if other > start]
                    ends.append(end)
                    most = max(most, len(ends))
                return most
            """,
            Kind.FAMILY,
            blame="for other in ends",
        ),
        worse(
            "least_end",
            "min over all rooms for each meeting, in C",
            """
            def rooms(meetings):
                ends = []
                for start, end in sorted(meetings):
                    least = min(ends, default=start + 1)
                    if least <= start:
                        ends[ends.index(least)] = end
                    else:
                        ends.append(end)
                return len(ends)
            """,
            Kind.FAMILY,
            blame="min(ends",
        ),
        worse(
            "count_each",
            "for every start, all meetings are looked through",
            """
            def rooms(meetings):
                return max(sum(s <= start < e for s, e in meetings) for start, _ in meetings)
            """,
            blame="s <= start < e",
        ),
    ),
)

TASKS = (
    MERGED,
    ROOMS,
)
