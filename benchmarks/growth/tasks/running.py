"""Structures that answer while they change, as classes: caches and medians."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Script = list[tuple[str, tuple[Any, ...]]]


def _churn(n: int, rng: random.Random) -> Script:
    """Mostly new keys; a quarter of all fit."""
    script: Script = [("Cache", (max(1, n // 4),))]
    for i in range(n):
        script.append(("put", (i, rng.randrange(1000))) if i % 4 else ("get", (max(0, i - rng.randrange(1, n // 4)),)))
    return script


def _hot(n: int, rng: random.Random) -> Script:
    """Filled at first, then the same few keys."""
    script: Script = [("Cache", (max(1, n // 4),))]
    script += [("put", (i, rng.randrange(1000))) for i in range(n // 4)]
    script += [("get", (rng.randrange(n // 8, n // 8 + 8),)) for _ in range(n - n // 4)]
    return script


def _stream(n: int, rng: random.Random) -> Script:
    values = [rng.randrange(10 * n) for _ in range(n // 2)]
    return [("Median", ()), *(step for x in values for step in (("add", (x,)), ("median", ())))]


def _rising_stream(n: int, rng: random.Random) -> Script:
    values = sorted(rng.sample(range(10 * n), n // 2))
    return [("Median", ()), *(step for x in values for step in (("add", (x,)), ("median", ())))]


CACHE = Task(
    "lru-cache",
    "Cache",
    "n",
    (Family("churn", _churn, 500, 200_000), Family("hot", _hot, 500, 200_000)),
    (
        right(
            "ordered_dict",
            "constant steps of a doubly linked dict",
            """
            from collections import OrderedDict
            class Cache:
                def __init__(self, room):
                    self.room, self.items = room, OrderedDict()
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self.items.move_to_end(key)
                    return self.items[key]
                def put(self, key, value):
                    self.items[key] = value
                    self.items.move_to_end(key)
                    if len(self.items) > self.room:
                        self.items.popitem(last=False)
            """,
        ),
        right(
            "uses_queued",
            "a queue of all uses, whose stale ones are skipped: each use enters and leaves once",
            """
            from collections import deque
            class Cache:
                def __init__(self, room):
                    self.room, self.items, self.uses, self.waiting = room, {}, deque(), {}
                def _use(self, key):
                    self.uses.append(key)
                    self.waiting[key] = self.waiting.get(key, 0) + 1
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self._use(key)
                    return self.items[key]
                def put(self, key, value):
                    self.items[key] = value
                    self._use(key)
                    while len(self.items) > self.room:
                        old = self.uses.popleft()
                        self.waiting[old] -= 1
                        if not self.waiting[old]:
                            del self.waiting[old], self.items[old]
            """,
        ),
        right(
            "linked",
            "a doubly linked list of checked nodes: constant steps, dearer by a factor",
            """
            class Node:
                def __init__(self, key, value):
                    self._links, self.key, self.value = {}, key, value
                def __getattr__(self, name):
                    if name in ("before", "after"):
                        return self.__dict__["_links"].get(name)
                    raise AttributeError(name)
                def link(self, name, other):
                    assert isinstance(other, Node) and name in ("before", "after")
                    self._links[name] = other
            class Chain:
                def __init__(self):
                    self.head, self.tail = Node(None, None), Node(None, None)
                    self.tie(self.head, self.tail)
                def tie(self, a, b):
                    a.link("after", b)
                    b.link("before", a)
                def append(self, node):
                    self.tie(self.tail.before, node)
                    self.tie(node, self.tail)
                def remove(self, node):
                    self.tie(node.before, node.after)
            class Cache:
                def __init__(self, room):
                    self.room, self.nodes, self.chain = room, {}, Chain()
                def _touch(self, node):
                    self.chain.remove(node)
                    self.chain.append(node)
                def get(self, key):
                    node = self.nodes.get(key)
                    if node is None:
                        return -1
                    self._touch(node)
                    return node.value
                def put(self, key, value):
                    node = self.nodes.get(key)
                    if node is not None:
                        node.value = value
                        return self._touch(node)
                    self.nodes[key] = Node(key, value)
                    self.chain.append(self.nodes[key])
                    if len(self.nodes) > self.room:
                        oldest = self.chain.head.after
                        self.chain.remove(oldest)
                        del self.nodes[oldest.key]
            """,
            Kind.SLOW,
        ),
        near(
            "heap_of_times",
            "a heap of the times of use, stale ones skipped: a logarithm more",
            """
            from heapq import heappop, heappush
            class Cache:
                def __init__(self, room):
                    self.room, self.items, self.used, self.heap, self.now = room, {}, {}, [], 0
                def _use(self, key):
                    self.now += 1
                    self.used[key] = self.now
                    heappush(self.heap, (self.now, key))
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self._use(key)
                    return self.items[key]
                def put(self, key, value):
                    self.items[key] = value
                    self._use(key)
                    while len(self.items) > self.room:
                        time, old = heappop(self.heap)
                        if self.used.get(old) == time:
                            del self.items[old], self.used[old]
            """,
        ),
        worse(
            "order_list",
            "remove searches and moves the list of keys, in C",
            """
            class Cache:
                def __init__(self, room):
                    self.room, self.items, self.order = room, {}, []
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self.order.remove(key)
                    self.order.append(key)
                    return self.items[key]
                def put(self, key, value):
                    if key in self.items:
                        self.order.remove(key)
                    self.order.append(key)
                    self.items[key] = value
                    if len(self.items) > self.room:
                        del self.items[self.order.pop(0)]
            """,
            Kind.HIDDEN,
            blame="self.order.remove(key)",
        ),
        worse(
            "least_time",
            "the longest unused of all is searched at each eviction; the hot family evicts nothing",
            """
            class Cache:
                def __init__(self, room):
                    self.room, self.items, self.used, self.now = room, {}, {}, 0
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self.now += 1
                    self.used[key] = self.now
                    return self.items[key]
                def put(self, key, value):
                    self.now += 1
                    self.used[key] = self.now
                    self.items[key] = value
                    if len(self.items) > self.room:
                        old = min(self.used, key=self.used.get)
                        del self.items[old], self.used[old]
            """,
            Kind.FAMILY,
            blame="min(self.used, key=self.used.get)",
        ),
        worse(
            "first_of_dict",
            "the first key lies behind the holes that evicted keys left since the dict was rebuilt",
            """
            class Cache:
                def __init__(self, room):
                    self.room, self.items = room, {}
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self.items[key] = value = self.items.pop(key)
                    return value
                def put(self, key, value):
                    self.items.pop(key, None)
                    self.items[key] = value
                    if len(self.items) > self.room:
                        del self.items[next(iter(self.items))]
            """,
            Kind.HIDDEN,
            blame="next(iter(self.items))",
        ),
        worse(
            "ages",
            "every use makes all others older",
            """
            class Cache:
                def __init__(self, room):
                    self.room, self.items, self.ages = room, {}, {}
                def _use(self, key):
                    for other in self.ages:
                        self.ages[other] += 1
                    self.ages[key] = 0
                def get(self, key):
                    if key not in self.items:
                        return -1
                    self._use(key)
                    return self.items[key]
                def put(self, key, value):
                    self.items[key] = value
                    self._use(key)
                    if len(self.items) > self.room:
                        old = max(self.ages, key=self.ages.get)
                        del self.items[old], self.ages[old]
            """,
            blame="for other in self.ages:",
        ),
    ),
    methods=("get", "put"),
)

MEDIAN = Task(
    "running-median",
    "Median",
    "n log n",
    (Family("random", _stream, 500, 200_000), Family("rising", _rising_stream, 500, 200_000)),
    (
        right(
            "two_heaps",
            "a logarithm for each element",
            """
            from heapq import heappush, heappushpop
            class Median:
                def __init__(self):
                    self.low, self.high = [], []
                def add(self, x):
                    if len(self.low) == len(self.high):
                        heappush(self.low, -heappushpop(self.high, x))
                    else:
                        heappush(self.high, -heappushpop(self.low, -x))
                def median(self):
                    return -self.low[0]
            """,
        ),
        right(
            "compared_first",
            "the same two heaps, but an element is compared before it enters one",
            """
            from heapq import heappop, heappush
            class Median:
                def __init__(self):
                    self.low, self.high = [], []
                def add(self, x):
                    if self.low and x > -self.low[0]:
                        heappush(self.high, x)
                    else:
                        heappush(self.low, -x)
                    if len(self.low) > len(self.high) + 1:
                        heappush(self.high, -heappop(self.low))
                    elif len(self.low) < len(self.high):
                        heappush(self.low, -heappop(self.high))
                def median(self):
                    return -self.low[0]
            """,
        ),
        right(
            "objects",
            "two heaps of objects compared in Python",
            """
            from decimal import Decimal
            from functools import total_ordering
            from heapq import heappop, heappush
            @total_ordering
            class Entry:
                def __init__(self, value, sign):
                    self.value, self.sign = Decimal(value), Decimal(sign)
                def key(self):
                    return self.value * self.sign
                def __eq__(self, other):
                    return self.key() == other.key()
                def __lt__(self, other):
                    return self.key() < other.key()
            class Side:
                def __init__(self, sign):
                    self.sign, self.heap = sign, []
                def push(self, value):
                    heappush(self.heap, Entry(value, self.sign))
                def pop(self):
                    return heappop(self.heap).value
            class Median:
                def __init__(self):
                    self.low, self.high = Side(-1), Side(1)
                def add(self, x):
                    self.low.push(x)
                    self.high.push(self.low.pop())
                    if len(self.high.heap) > len(self.low.heap):
                        self.low.push(self.high.pop())
                def median(self):
                    return int(self.low.heap[0].value)
            """,
            Kind.SLOW,
        ),
        worse(
            "insort",
            "insort moves half of the list in C, but only memory: cheap for long",
            """
            from bisect import insort
            class Median:
                def __init__(self):
                    self.xs = []
                def add(self, x):
                    self.xs.insert(0, x) if not self.xs or x < self.xs[0] else insort(self.xs, x)
                def median(self):
                    return self.xs[(len(self.xs) - 1) // 2]
            """,
            Kind.HIDDEN,
            blame="insort(self.xs, x)",
        ),
        worse(
            "sorted_when_asked",
            "a sort of all at each question; nearly sorted, so linear, in C",
            """
            class Median:
                def __init__(self):
                    self.xs = []
                def add(self, x):
                    self.xs.append(x)
                def median(self):
                    self.xs.sort()
                    return self.xs[(len(self.xs) - 1) // 2]
            """,
            Kind.HIDDEN,
            blame="self.xs.sort()",
        ),
        worse(
            "tree",
            "a search tree without balance: on rising values each goes down past all before",
            """
            class Node:
                def __init__(self, value):
                    self.value, self.size, self.left, self.right = value, 1, None, None
            class Median:
                def __init__(self):
                    self.root = None
                def add(self, x):
                    if self.root is None:
                        self.root = Node(x)
                        return
                    node = self.root
                    while True:
                        node.size += 1
                        if x < node.value:
                            if node.left is None:
                                node.left = Node(x)
                                return
                            node = node.left
                        else:
                            if node.right is None:
                                node.right = Node(x)
                                return
                            node = node.right
                def median(self):
                    k, node = (self.root.size - 1) // 2, self.root
                    while True:
                        less = node.left.size if node.left else 0
                        if k == less:
                            return node.value
                        if k < less:
                            node = node.left
                        else:
                            k, node = k - less - 1, node.right
            """,
            Kind.FAMILY,
            blame="node.size += 1",
        ),
        worse(
            "from_the_end",
            "moves up all larger ones: none on rising values, half of all on random ones",
            """
            class Median:
                def __init__(self):
                    self.xs = []
                def add(self, x):
                    xs = self.xs
                    xs.append(x)
                    i = len(xs) - 1
                    while i and xs[i - 1] > x:
                        xs[i] = xs[i - 1]
                        i -= 1
                    xs[i] = x
                def median(self):
                    return self.xs[(len(self.xs) - 1) // 2]
            """,
            Kind.EARLY,
            blame="while i and xs[i - 1] > x:",
        ),
        worse(
            "halves_copied",
            "both halves are put together anew for every element, in C",
            """
            from bisect import bisect_left
            class Median:
                def __init__(self):
                    self.xs = []
                def add(self, x):
                    at = bisect_left(self.xs, x)
                    self.xs = self.xs[:at] + [x] + self.xs[at:]
                def median(self):
                    return self.xs[(len(self.xs) - 1) // 2]
            """,
            Kind.HIDDEN,
            blame="self.xs[:at] + [x] + self.xs[at:]",
        ),
    ),
    methods=("add", "median"),
)

TASKS = (
    CACHE,
    MEDIAN,
)
