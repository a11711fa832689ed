"""Structures as classes: a stack that knows its least, and a limit of requests over time."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Script = list[tuple[str, tuple[Any, ...]]]


def _mixed(n: int, rng: random.Random) -> Script:
    """Grows by one in three steps; asks for the least each time."""
    script: Script = [("Stack", ())]
    depth = 0
    for _ in range(n // 2):
        if depth == 0 or rng.random() < 0.67:
            script.append(("push", (rng.randrange(10 * n),)))
            depth += 1
        else:
            script.append(("pop", ()))
            depth -= 1
        script.append(("least", ()) if depth else ("push", (rng.randrange(10 * n),)))
        depth += not depth
    return script


def _falling(n: int, rng: random.Random) -> Script:
    """Each new one is the least; then all are taken off again."""
    script: Script = [("Stack", ())]
    script += [("push", (n - i,)) for i in range(n // 3)]
    for _ in range(n // 3 - 1):
        script += [("pop", ()), ("least", ())]
    return script


def _one_user(n: int, rng: random.Random) -> Script:
    """A window of a quarter of all requests, nearly as many allowed."""
    script: Script = [("Limiter", (max(1, n // 5), max(1, n // 4)))]
    return script + [("allow", (t, "only")) for t in range(n)]


def _many_users(n: int, rng: random.Random) -> Script:
    users = [f"user {i}" for i in range(max(2, n // 8))]
    script: Script = [("Limiter", (3, max(1, n // 4)))]
    return script + [("allow", (t, rng.choice(users))) for t in range(n)]


STACK = Task(
    "min-stack",
    "Stack",
    "n",
    (Family("mixed", _mixed, 500, 300_000), Family("falling", _falling, 500, 300_000)),
    (
        right(
            "pairs",
            "the least so far beside each element",
            """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items.append((x, min(x, self.items[-1][1]) if self.items else x))
                def pop(self):
                    return self.items.pop()[0]
                def least(self):
                    return self.items[-1][1]
            """,
        ),
        right(
            "two_stacks",
            "a second stack of the least ones",
            """
            class Stack:
                def __init__(self):
                    self.items, self.leasts = [], []
                def push(self, x):
                    self.items.append(x)
                    if not self.leasts or x <= self.leasts[-1]:
                        self.leasts.append(x)
                def pop(self):
                    x = self.items.pop()
                    if x == self.leasts[-1]:
                        self.leasts.pop()
                    return x
                def least(self):
                    return self.leasts[-1]
            """,
            Kind.FAST,
        ),
        right(
            "nodes",
            "immutable nodes with checked decimals, a copy of one node a step",
            """
            from dataclasses import dataclass, replace
            from decimal import Decimal
            @dataclass(frozen=True)
            class Node:
                value: Decimal
                least: Decimal
                below: object
                def __post_init__(self):
                    if not isinstance(self.value, Decimal) or self.least > self.value:
                        raise ValueError("not a node")
            class Stack:
                def __init__(self):
                    self.top = None
                def push(self, x):
                    x = Decimal(str(x))
                    node = Node(x, x, self.top)
                    if self.top is not None and self.top.least < x:
                        node = replace(node, least=self.top.least)
                    self.top = node
                def pop(self):
                    node, self.top = self.top, self.top.below
                    return int(str(node.value))
                def least(self):
                    return int(str(self.top.least))
            """,
            Kind.SLOW,
        ),
        near(
            "heap",
            "a heap beside the stack, whose gone entries are skipped: a logarithm more",
            """
            from heapq import heappop, heappush
            class Stack:
                def __init__(self):
                    self.items, self.heap, self.gone, self.count = [], [], set(), 0
                def push(self, x):
                    self.count += 1
                    self.items.append((x, self.count))
                    heappush(self.heap, (x, self.count))
                def pop(self):
                    x, number = self.items.pop()
                    self.gone.add(number)
                    return x
                def least(self):
                    while self.heap[0][1] in self.gone:
                        heappop(self.heap)
                    return self.heap[0][0]
            """,
        ),
        worse(
            "min_of_all",
            "min over the whole stack at each question, in C",
            """
            class Stack:
                def __init__(self):
                    self.items = []
                def push(self, x):
                    self.items.append(x)
                def pop(self):
                    return self.items.pop()
                def least(self):
                    return min(self.items)
            """,
            Kind.HIDDEN,
            blame="min(self.items)",
        ),
        worse(
            "min_again",
            "the least is searched again only where it was taken off: rare on mixed steps, always on falling ones",
            """
            class Stack:
                def __init__(self):
                    self.items, self.known = [], None
                def push(self, x):
                    self.items.append(x)
                    if self.known is None or x < self.known:
                        self.known = x
                def pop(self):
                    x = self.items.pop()
                    if x == self.known:
                        self.known = min(self.items, default=None)
                    return x
                def least(self):
                    return self.known
            """,
            Kind.EARLY,
            blame="min(self.items, default=None)",
        ),
        worse(
            "sorted_beside",
            "a sorted list beside the stack: moved in C at both ends of an element's life",
            """
            from bisect import bisect_left, insort
            class Stack:
                def __init__(self):
                    self.items, self.sorted = [], []
                def push(self, x):
                    self.items.append(x)
                    insort(self.sorted, x)
                def pop(self):
                    x = self.items.pop()
                    del self.sorted[bisect_left(self.sorted, x)]
                    return x
                def least(self):
                    return self.sorted[0]
            """,
            Kind.HIDDEN,
            blame="insort(self.sorted, x)",
        ),
        worse(
            "blocks_of_64",
            "the least of every full block of 64, all of which are asked each time: n/64, in C",
            """
            class Stack:
                def __init__(self):
                    self.items, self.blocks = [], []
                def push(self, x):
                    self.items.append(x)
                    if len(self.items) % 64 == 0:
                        self.blocks.append(min(self.items[-64:]))
                def pop(self):
                    if len(self.items) % 64 == 0:
                        self.blocks.pop()
                    return self.items.pop()
                def least(self):
                    rest = self.items[len(self.blocks) * 64 :]
                    return min(min(self.blocks, default=float("inf")), min(rest, default=float("inf")))
            """,
            Kind.HIDDEN,
            blame="min(self.blocks",
        ),
    ),
    methods=("push", "pop", "least"),
)

LIMITER = Task(
    "rate-limiter",
    "Limiter",
    "n",
    (Family("one_user", _one_user, 500, 200_000), Family("many_users", _many_users, 500, 200_000)),
    (
        right(
            "deque",
            "each request enters and leaves its user's queue once",
            """
            from collections import defaultdict, deque
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, defaultdict(deque)
                def allow(self, now, user):
                    times = self.times[user]
                    while times and times[0] <= now - self.window:
                        times.popleft()
                    if len(times) >= self.most:
                        return False
                    times.append(now)
                    return True
            """,
        ),
        right(
            "ring",
            "the time of the request `most` before decides: no window is kept",
            """
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, {}
                def allow(self, now, user):
                    times = self.times.setdefault(user, [])
                    if len(times) >= self.most and times[-self.most] > now - self.window:
                        return False
                    times.append(now)
                    return True
            """,
            Kind.FAST,
        ),
        right(
            "dates",
            "the same queue with dates, and a lock around each request",
            """
            from collections import defaultdict, deque
            from contextlib import contextmanager
            from dataclasses import dataclass
            from datetime import datetime, timedelta
            from threading import Lock
            @dataclass(frozen=True, order=True)
            class Request:
                at: datetime
                user: str
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window = most, timedelta(seconds=window)
                    self.requests, self.lock = defaultdict(deque), Lock()
                @contextmanager
                def held(self, user):
                    with self.lock:
                        yield self.requests[user]
                def allow(self, now, user):
                    request = Request(datetime(2020, 1, 1) + timedelta(seconds=now), user)
                    with self.held(user) as requests:
                        oldest = Request(request.at - self.window, user)
                        while requests and requests[0] <= oldest:
                            requests.popleft()
                        if len(requests) >= self.most:
                            return False
                        requests.append(request)
                        return True
            """,
            Kind.SLOW,
        ),
        near(
            "bisect",
            "all times are kept, and the window's begin is found by halving",
            """
            from bisect import bisect_right
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, {}
                def allow(self, now, user):
                    times = self.times.setdefault(user, [])
                    if len(times) - bisect_right(times, now - self.window) >= self.most:
                        return False
                    times.append(now)
                    return True
            """,
        ),
        worse(
            "pop_front",
            "a list as a queue: pop(0) moves the window of one busy user, in C",
            """
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, {}
                def allow(self, now, user):
                    times = self.times.setdefault(user, [])
                    while times and times[0] <= now - self.window:
                        times.pop(0)
                    if len(times) >= self.most:
                        return False
                    times.append(now)
                    return True
            """,
            Kind.HIDDEN,
            blame="times.pop(0)",
        ),
        worse(
            "filtered",
            "the user's window is copied at each request; short where users are many",
            """
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, {}
                def allow(self, now, user):
                    recent = [t for t in self.times.get(user, ()) if t > now - self.window]
                    allowed = len(recent) < self.most
                    if allowed:
                        recent.append(now)
                    self.times[user] = recent
                    return allowed
            """,
            Kind.FAMILY,
            blame="for t in self.times.get(user, ())",
        ),
        worse(
            "counted_back",
            "counts from the newest and stops at the window's begin or at the limit: a fifth of all for one busy user",
            """
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times = most, window, {}
                def allow(self, now, user):
                    times = self.times.setdefault(user, [])
                    count = 0
                    for t in reversed(times):
                        if t <= now - self.window:
                            break
                        count += 1
                        if count >= self.most:
                            return False
                    times.append(now)
                    return True
            """,
            Kind.EARLY,
            blame="if t <= now - self.window:",
        ),
        worse(
            "one_log",
            "one log of all users, counted through at each request",
            """
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.log = most, window, []
                def allow(self, now, user):
                    count = sum(1 for t, who in self.log if who == user and t > now - self.window)
                    if count < self.most:
                        self.log.append((now, user))
                    return count < self.most
            """,
            blame="for t, who in self.log",
        ),
        worse(
            "swept_at_times",
            "all users are swept of old times every root of n requests: n root n",
            """
            from collections import deque
            class Limiter:
                def __init__(self, most, window):
                    self.most, self.window, self.times, self.count = most, window, {}, 0
                    self.every = max(1, int(window**0.5))
                def allow(self, now, user):
                    self.count += 1
                    if self.count % self.every == 0:
                        old = now - self.window
                        self.times = {who: deque(t for t in ts if t > old) for who, ts in self.times.items()}
                    times = self.times.setdefault(user, deque())
                    while times and times[0] <= now - self.window:
                        times.popleft()
                    if len(times) >= self.most:
                        return False
                    times.append(now)
                    return True
            """,
            Kind.ROOT,
            blame="in self.times.items()",
        ),
    ),
    methods=("allow",),
)

TASKS = (
    STACK,
    LIMITER,
)
