"""A cache that forgets what was used longest ago, as a class."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.growth.corpus import Family, Kind, Task, right, worse

Script = list[tuple[str, tuple[Any, ...]]]


def _misses(n: int, rng: random.Random) -> Script:
    """Twice as many keys as fit, put one after another."""
    keys = rng.sample(range(10 * n), n)
    half = n // 2
    puts: Script = [("put", (key, rng.randrange(n))) for key in keys]
    return [("Recent", (half,)), *puts, ("get", (keys[-1],))]


def _hits(n: int, rng: random.Random) -> Script:
    """The cache is filled once, then all keys are asked for in any order."""
    half = n // 2
    keys = rng.sample(range(10 * n), half)
    puts: Script = [("put", (key, rng.randrange(n))) for key in keys]
    gets: Script = [("get", (rng.choice(keys),)) for _ in range(n - half)]
    return [("Recent", (half,)), *puts, *gets]


RECENT = Task(
    "recently-used",
    "Recent",
    "n",
    (Family("misses", _misses, 250, 400_000), Family("hits", _hits, 250, 400_000)),
    (
        right(
            "ordered_dict",
            "constant a call",
            """
            from collections import OrderedDict
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept = capacity, OrderedDict()
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    self.kept.move_to_end(key)
                    return self.kept[key]
                def put(self, key, value):
                    self.kept[key] = value
                    self.kept.move_to_end(key)
                    if len(self.kept) > self.capacity:
                        self.kept.popitem(last=False)
            """,
        ),
        right(
            "linked",
            "a doubly linked list of objects: dearer by a factor",
            """
            class Node:
                def __init__(self, key, value):
                    self.key, self.value, self.before, self.after = key, value, self, self
                def unlink(self):
                    self.before.after, self.after.before = self.after, self.before
                    self.before = self.after = self
                def link_before(self, other):
                    self.before, self.after = other.before, other
                    self.before.after = other.before = self
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.nodes, self.end = capacity, {}, Node(None, None)
                def touch(self, node):
                    node.unlink()
                    node.link_before(self.end)
                def get(self, key):
                    node = self.nodes.get(key)
                    if node is None:
                        return -1
                    self.touch(node)
                    return node.value
                def put(self, key, value):
                    node = self.nodes.get(key)
                    if node is None:
                        node = self.nodes[key] = Node(key, value)
                    node.value = value
                    self.touch(node)
                    if len(self.nodes) > self.capacity:
                        oldest = self.end.after
                        oldest.unlink()
                        del self.nodes[oldest.key]
            """,
            Kind.SLOW,
        ),
        right(
            "stale_queue",
            "a queue of (key, stamp) in which stale entries are passed over, each once",
            """
            from collections import deque
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept, self.used, self.clock = capacity, {}, deque(), 0
                def _touch(self, key, value):
                    self.clock += 1
                    self.kept[key] = (value, self.clock)
                    self.used.append((key, self.clock))
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    value = self.kept[key][0]
                    self._touch(key, value)
                    return value
                def put(self, key, value):
                    self._touch(key, value)
                    while len(self.kept) > self.capacity:
                        old, stamp = self.used.popleft()
                        if self.kept.get(old, (0, 0))[1] == stamp:
                            del self.kept[old]
            """,
        ),
        worse(
            "order_list",
            "list.remove looks for the key where it is asked for again, pop(0) moves all where one must go",
            """
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept, self.order = capacity, {}, []
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    self.order.remove(key)
                    self.order.append(key)
                    return self.kept[key]
                def put(self, key, value):
                    if key in self.kept:
                        self.order.remove(key)
                    self.kept[key] = value
                    self.order.append(key)
                    if len(self.order) > self.capacity:
                        del self.kept[self.order.pop(0)]
            """,
            Kind.HIDDEN,
            blame="self.order.remove(key)",
        ),
        worse(
            "deque_remove",
            "deque.remove walks half of the queue for each hit; misses cost nothing",
            """
            from collections import deque
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept, self.order = capacity, {}, deque()
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    self.order.remove(key)
                    self.order.append(key)
                    return self.kept[key]
                def put(self, key, value):
                    if key in self.kept:
                        self.order.remove(key)
                    self.kept[key] = value
                    self.order.append(key)
                    if len(self.order) > self.capacity:
                        del self.kept[self.order.popleft()]
            """,
            Kind.FAMILY,
            blame="self.order.remove(key)",
        ),
        worse(
            "least_stamp",
            "min over all stamps for each one that must go; hits cost nothing",
            """
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept, self.stamps, self.clock = capacity, {}, {}, 0
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    self.clock += 1
                    self.stamps[key] = self.clock
                    return self.kept[key]
                def put(self, key, value):
                    self.clock += 1
                    self.kept[key], self.stamps[key] = value, self.clock
                    if len(self.kept) > self.capacity:
                        oldest = min(self.stamps, key=self.stamps.get)
                        del self.stamps[oldest], self.kept[oldest]
            """,
            Kind.FAMILY,
            blame="min(self.stamps",
        ),
        worse(
            "first_of_dict",
            "next(iter(dict)) walks over the holes of all that were deleted at the front since the table was made anew",
            """
            class Recent:
                def __init__(self, capacity):
                    self.capacity, self.kept = capacity, {}
                def get(self, key):
                    if key not in self.kept:
                        return -1
                    self.kept[key] = self.kept.pop(key)
                    return self.kept[key]
                def put(self, key, value):
                    self.kept.pop(key, None)
                    self.kept[key] = value
                    if len(self.kept) > self.capacity:
                        del self.kept[next(iter(self.kept))]
            """,
            Kind.HIDDEN,
            blame="next(iter(self.kept))",
        ),
    ),
    methods=("get", "put"),
)

TASKS = (RECENT,)
