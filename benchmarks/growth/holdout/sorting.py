"""What a sort or a search in something sorted is needed for."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse


def _apart(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    starts = rng.sample(range(n), n)
    return ([(10 * s, 10 * s + 1 + s % 8) for s in starts],)


def _overlapping(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    starts = rng.choices(range(10 * n), k=n)
    return ([(s, s + 1 + s * 7919 % 23) for s in starts],)


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.sample(range(10 * n), n),)


def _rising(n: int, rng: random.Random) -> tuple[list[int]]:
    start = rng.randrange(100)
    return ([start + 3 * i for i in range(n)],)


def _short_meetings(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    starts = rng.choices(range(2 * n), k=n)
    return ([(s, s + 1 + s * 31 % 5) for s in starts],)


def _long_meetings(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    return ([(s, 2 * n + e) for s, e in zip(rng.sample(range(n), n), rng.sample(range(n), n), strict=True)],)


def _few_words(n: int, rng: random.Random) -> tuple[list[int]]:
    return (rng.choices(range(10), weights=range(1, 11), k=n),)


MERGE = Task(
    "h-merge-intervals",
    "merge",
    "n log n",
    (
        Family("apart", _apart, 500, 400_000),
        Family("overlapping", _overlapping, 500, 400_000),
    ),
    (
        right(
            "heap",
            "a heap gives them in order",
            """
            from heapq import heapify, heappop
            def merge(intervals):
                heap = list(intervals)
                heapify(heap)
                out = []
                start, stop = heappop(heap)
                while heap:
                    s, e = heappop(heap)
                    if s > stop:
                        out.append((start, stop))
                        start, stop = s, e
                    elif e > stop:
                        stop = e
                out.append((start, stop))
                return out
            """,
        ),
        right(
            "sort",
            "a sort with a key, and one walk",
            """
            def merge(intervals):
                merged = []
                for start, end in sorted(intervals, key=lambda interval: interval[0]):
                    if merged and start <= merged[-1][1]:
                        merged[-1][1] = max(merged[-1][1], end)
                    else:
                        merged.append([start, end])
                return [tuple(m) for m in merged]
            """,
            Kind.FAST,
        ),
        right(
            "two_sorts",
            "starts and ends sorted as plain numbers: a merged one begins where as many have ended as begun",
            """
            def merge(intervals):
                starts, ends = map(sorted, zip(*intervals))
                cuts = [i for i, (s, e) in enumerate(zip(starts[1:], ends), 1) if s > e]
                first = [starts[0], *map(starts.__getitem__, cuts)]
                last = [*map(ends.__getitem__, map((-1).__add__, cuts)), ends[-1]]
                return list(zip(first, last))
            """,
        ),
        right(
            "buckets",
            "starts are below ten times n: the farthest end of each, and one walk over all of them",
            """
            def merge(intervals):
                far = [-1] * (max(intervals)[0] + 1)
                for start, end in intervals:
                    if end > far[start]:
                        far[start] = end
                out = []
                begin = stop = -1
                for start, end in enumerate(far):
                    if end >= 0:
                        if start > stop:
                            if stop >= 0:
                                out.append((begin, stop))
                            begin, stop = start, end
                        elif end > stop:
                            stop = end
                out.append((begin, stop))
                return out
            """,
        ),
        right(
            "ordered_objects",
            "a sort that calls a Python comparison of dataclasses, and of rational starts, n log n times",
            """
            from dataclasses import dataclass
            from fractions import Fraction
            @dataclass(order=True)
            class Interval:
                start: Fraction
                end: int
                def joined(self, other):
                    return Interval(self.start, max(self.end, other.end))
            def merge(intervals):
                out = []
                for interval in sorted(Interval(Fraction(s), e) for s, e in intervals):
                    if out and interval.start <= out[-1].end:
                        out[-1] = out[-1].joined(interval)
                    else:
                        out.append(interval)
                return [(int(i.start), i.end) for i in out]
            """,
            Kind.SLOW,
        ),
        worse(
            "insert",
            "kept sorted and merged while they come: each insertion moves half of the list, in C",
            """
            from bisect import bisect_left
            def merge(intervals):
                starts, ends = [], []
                for start, end in intervals:
                    lo = bisect_left(ends, start)
                    hi = lo
                    while hi < len(starts) and starts[hi] <= end:
                        start = min(start, starts[hi])
                        end = max(end, ends[hi])
                        hi += 1
                    starts[lo:hi] = [start]
                    ends[lo:hi] = [end]
                return list(zip(starts, ends))
            """,
            Kind.HIDDEN,
            blame="starts[lo:hi]",
        ),
        worse(
            "against_all",
            "each interval is held against all merged so far",
            """
            def merge(intervals):
                done = []
                for start, end in intervals:
                    kept = []
                    for s, e in done:
                        if e < start or end < s:
                            kept.append((s, e))
                        else:
                            start, end = min(s, start), max(e, end)
                    kept.append((start, end))
                    done = kept
                return sorted(done)
            """,
            blame="if e < start or end < s",
        ),
        worse(
            "least_first",
            "takes the least by min() and remove(): two scans in C for each",
            """
            def merge(intervals):
                left = list(intervals)
                out = []
                while left:
                    start, end = least = min(left)
                    left.remove(least)
                    if out and start <= out[-1][1]:
                        out[-1] = (out[-1][0], max(out[-1][1], end))
                    else:
                        out.append((start, end))
                return out
            """,
            Kind.HIDDEN,
            blame="min(left)",
        ),
    ),
)

RISING = Task(
    "h-longest-rising",
    "longest_rising",
    "n log n",
    (
        Family("random", _numbers, 500, 800_000),
        Family("rising", _rising, 500, 800_000),
    ),
    (
        right(
            "search",
            "a binary search of the piles' tops for each number",
            """
            def longest_rising(xs):
                tops = []
                for x in xs:
                    lo, hi = 0, len(tops)
                    while lo < hi:
                        middle = (lo + hi) // 2
                        if tops[middle] < x:
                            lo = middle + 1
                        else:
                            hi = middle
                    if lo == len(tops):
                        tops.append(x)
                    else:
                        tops[lo] = x
                return len(tops)
            """,
        ),
        right(
            "bisect",
            "the same search in C",
            """
            from bisect import bisect_left
            def longest_rising(xs):
                tops = [10**18]
                for x in xs:
                    at = bisect_left(tops, x)
                    tops[at] = x
                    if at == len(tops) - 1:
                        tops.append(10**18)
                return len(tops) - 1
            """,
            Kind.FAST,
        ),
        right(
            "fenwick",
            "ranks, and prefix maxima in a Fenwick tree",
            """
            def longest_rising(xs):
                n = len(xs)
                rank = {x: i for i, x in enumerate(sorted(xs), 1)}
                best = [0] * (n + 1)
                for x in xs:
                    i = rank[x] - 1
                    longest = 0
                    while i:
                        if best[i] > longest:
                            longest = best[i]
                        i &= i - 1
                    longest += 1
                    i = rank[x]
                    while i <= n:
                        if best[i] < longest:
                            best[i] = longest
                        i += i & -i
                answer = 0
                i = n
                while i:
                    answer = max(answer, best[i])
                    i &= i - 1
                return answer
            """,
        ),
        right(
            "keyed",
            "the search compares rational numbers in Python",
            """
            from bisect import bisect_left
            from fractions import Fraction
            def longest_rising(xs):
                tops = []
                for x in map(Fraction, xs):
                    at = bisect_left(tops, x)
                    tops[at : at + 1] = [x]
                return len(tops)
            """,
            Kind.SLOW,
        ),
        worse(
            "from_first_pile",
            "walks along the piles: √n at random, n where numbers rise",
            """
            def longest_rising(xs):
                tops = []
                for x in xs:
                    for at, top in enumerate(tops):
                        if top >= x:
                            tops[at] = x
                            break
                    else:
                        tops.append(x)
                return len(tops)
            """,
            Kind.FAMILY,
            blame="if top >= x",
        ),
        worse(
            "count_lower",
            "counts in C all tops below each number: n of them where numbers rise",
            """
            def longest_rising(xs):
                tops = []
                for x in xs:
                    at = sum(map(x.__gt__, tops))
                    tops[at : at + 1] = [x]
                return len(tops)
            """,
            Kind.HIDDEN,
            blame="sum(map(x.__gt__, tops))",
        ),
        worse(
            "lengths",
            "looks back at all numbers before each",
            """
            def longest_rising(xs):
                length = []
                for i, x in enumerate(xs):
                    best = 0
                    for j in range(i):
                        if xs[j] < x and length[j] > best:
                            best = length[j]
                    length.append(best + 1)
                return max(length)
            """,
            blame="if xs[j] < x",
        ),
        worse(
            "copied_piles",
            "the list of tops is copied whole for every number: n of them where numbers rise",
            """
            from bisect import bisect_left
            def longest_rising(xs):
                tops = []
                for x in xs:
                    at = bisect_left(tops, x)
                    tops = tops[:at] + [x] + tops[at + 1 :]
                return len(tops)
            """,
            Kind.HIDDEN,
            blame="tops[:at] + [x]",
        ),
    ),
)

ROOMS = Task(
    "h-rooms",
    "rooms",
    "n log n",
    (
        Family("short", _short_meetings, 500, 400_000),
        Family("long", _long_meetings, 500, 400_000),
    ),
    (
        right(
            "heap",
            "a heap of the ends of those that run",
            """
            from heapq import heappop, heappush
            def rooms(meetings):
                running = []
                most = 0
                for start, end in sorted(meetings):
                    while running and running[0] <= start:
                        heappop(running)
                    heappush(running, end)
                    most = max(most, len(running))
                return most
            """,
        ),
        right(
            "two_sorts",
            "sorted starts against sorted ends: a room is freed for each end passed",
            """
            def rooms(meetings):
                starts, ends = map(sorted, zip(*meetings))
                passed = 0
                for start in starts:
                    if start >= ends[passed]:
                        passed += 1
                return len(starts) - passed
            """,
            Kind.FAST,
        ),
        right(
            "events",
            "2n events sorted, ends before starts",
            """
            def rooms(meetings):
                events = []
                for start, end in meetings:
                    events.append((start, 1))
                    events.append((end, -1))
                events.sort()
                now = most = 0
                for _, change in events:
                    now += change
                    if now > most:
                        most = now
                return most
            """,
        ),
        right(
            "moments",
            "events that are objects with a comparison of their own",
            """
            from functools import total_ordering
            @total_ordering
            class Moment:
                def __init__(self, time, change):
                    self.time = time
                    self.change = change
                def __eq__(self, other):
                    return (self.time, self.change) == (other.time, other.change)
                def __lt__(self, other):
                    return (self.time, self.change) < (other.time, other.change)
            def rooms(meetings):
                moments = [Moment(start, 1) for start, _ in meetings] + [Moment(end, -1) for _, end in meetings]
                now = most = 0
                for moment in sorted(moments):
                    now += moment.change
                    most = max(most, now)
                return most
            """,
            Kind.SLOW,
        ),
        worse(
            "first_free",
            "takes the first free room of all: a few of them for short meetings, n for long ones",
            """
            def rooms(meetings):
                free_from = []
                for start, end in sorted(meetings):
                    for room, time in enumerate(free_from):
                        if time <= start:
                            free_from[room] = end
                            break
                    else:
                        free_from.append(end)
                return len(free_from)
            """,
            Kind.FAMILY,
            blame="if time <= start",
        ),
        worse(
            "min_room",
            "min() over all rooms for every meeting, in C: n rooms where meetings are long",
            """
            def rooms(meetings):
                free_from = []
                for start, end in sorted(meetings):
                    soonest = min(free_from, default=end)
                    if soonest <= start:
                        free_from[free_from.index(soonest)] = end
                    else:
                        free_from.append(end)
                return len(free_from)
            """,
            Kind.HIDDEN,
            blame="min(free_from, default=end)",
        ),
        worse(
            "overlaps",
            "counts for each start all meetings that hold it",
            """
            def rooms(meetings):
                return max(sum(1 for s, e in meetings if s <= start < e) for start, _ in meetings)
            """,
            blame="s <= start < e",
        ),
        worse(
            "filtered",
            "those that run are filtered anew at each start: all n where meetings are long",
            """
            def rooms(meetings):
                running = []
                most = 0
                for start, end in sorted(meetings):
                    running = [e for e in running if e > start]
                    running.append(end)
                    most = max(most, len(running))
                return most
            """,
            Kind.FAMILY,
            blame="e for e in running",
        ),
    ),
)

BY_FREQUENCY = Task(
    "h-by-frequency",
    "by_frequency",
    "n log n",
    (
        Family("different", _numbers, 500, 600_000),
        Family("few", _few_words, 500, 600_000),
    ),
    (
        right(
            "dict",
            "counts in a dict, and a sort of the different numbers",
            """
            def by_frequency(xs):
                count = {}
                for x in xs:
                    if x in count:
                        count[x] += 1
                    else:
                        count[x] = 1
                return [x for x, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
            """,
        ),
        right(
            "counter",
            "counted and twice sorted in C, the second time by the counts",
            """
            from collections import Counter
            def by_frequency(xs):
                count = Counter(xs)
                out = sorted(count)
                out.sort(key=count.__getitem__, reverse=True)
                return out
            """,
            Kind.FAST,
        ),
        right(
            "shelves",
            "a shelf for each count, then each shelf sorted",
            """
            def by_frequency(xs):
                count = {}
                for x in xs:
                    count[x] = count.get(x, 0) + 1
                shelves = {}
                for x, times in count.items():
                    shelves.setdefault(times, []).append(x)
                return [x for times in sorted(shelves, reverse=True) for x in sorted(shelves[times])]
            """,
        ),
        right(
            "comparison",
            "a comparison function called from the sort, which looks up decimals",
            """
            from decimal import Decimal
            from functools import cmp_to_key
            def by_frequency(xs):
                count = {}
                for x in xs:
                    count[x] = count.get(x, Decimal(0)) + 1
                def compare(a, b):
                    if count[a] != count[b]:
                        return -1 if count[a] > count[b] else 1
                    return -1 if a < b else 1
                return sorted(count, key=cmp_to_key(compare))
            """,
            Kind.SLOW,
        ),
        worse(
            "count_key",
            "list.count as the key: constantly many scans for few numbers, n for different ones",
            """
            def by_frequency(xs):
                return sorted(set(xs), key=lambda x: (-xs.count(x), x))
            """,
            Kind.HIDDEN,
            blame="xs.count(x)",
        ),
        worse(
            "parallel_lists",
            "index() finds a number's place among all different ones",
            """
            def by_frequency(xs):
                names, counts = [], []
                for x in xs:
                    try:
                        counts[names.index(x)] += 1
                    except ValueError:
                        names.append(x)
                        counts.append(1)
                return [x for _, x in sorted((-c, x) for c, x in zip(counts, names))]
            """,
            Kind.FAMILY,
            blame="names.index(x)",
        ),
        worse(
            "selection",
            "the best of those left is looked for each time: n rounds where all differ",
            """
            from collections import Counter
            def by_frequency(xs):
                count = Counter(xs)
                out = []
                while count:
                    best = None
                    for x, times in count.items():
                        if best is None or (-times, x) < (-count[best], best):
                            best = x
                    out.append(best)
                    del count[best]
                return out
            """,
            Kind.FAMILY,
            blame="for x, times in count.items()",
        ),
        near(
            "recount",
            "a logarithm of rounds, in each all numbers are counted again",
            """
            def by_frequency(xs):
                for _ in range(len(xs).bit_length()):
                    count = {}
                    for x in sorted(xs):
                        count[x] = count.get(x, 0) + 1
                return sorted(count, key=lambda x: (-count[x], x))
            """,
        ),
    ),
)

TASKS = (
    MERGE,
    RISING,
    ROOMS,
    BY_FREQUENCY,
)
