"""Queues: lists used as something else."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Task, right, worse


def _numbers(n: int, rng: random.Random) -> tuple[list[int]]:
    return ([rng.randrange(10 * n) for _ in range(n)],)


def _grid(n: int, rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    side = max(2, int((n / 2) ** 0.5))
    right_edges = [(r * side + c, r * side + c + 1) for r in range(side) for c in range(side - 1)]
    down_edges = [(r * side + c, r * side + side + c) for r in range(side - 1) for c in range(side)]
    edges = right_edges + down_edges
    rng.shuffle(edges)
    return edges, side * side


def _star(n: int, rng: random.Random) -> tuple[list[tuple[int, int]], int]:
    edges = [(0, i) for i in range(1, n)]
    rng.shuffle(edges)
    return edges, n


JOSEPHUS = Task(
    "rotate",
    "last",
    "n",
    (Family("random", _numbers, 500, 800_000),),
    (
        right(
            "deque",
            "two constant steps an element",
            """
            from collections import deque
            def last(xs):
                queue = deque(xs)
                while len(queue) > 1:
                    queue.append(queue.popleft())
                    queue.popleft()
                return queue[0]
            """,
        ),
        right(
            "halve",
            "halves the list: n + n/2 + n/4 ...",
            """
            def last(xs):
                while len(xs) > 1:
                    if len(xs) % 2:
                        xs = _odd(xs)
                    else:
                        xs = xs[0::2]
                return xs[0]
            def _odd(xs):
                kept = xs[0::2]
                return [kept[-1]] + kept[:-1]
            """,
        ),
        right(
            "linked",
            "a dict of successors: constant a step, dearer by a factor",
            """
            def last(xs):
                after = {i: i + 1 for i in range(len(xs))}
                after[len(xs) - 1] = 0
                at, left = 0, len(xs)
                while left > 1:
                    gone = after[at]
                    after[at] = after[gone]
                    at = after[at]
                    left -= 1
                return xs[at]
            """,
        ),
        worse(
            "pop_front",
            "pop(0) moves the whole list, in C",
            """
            def last(xs):
                queue = list(xs)
                while len(queue) > 1:
                    queue.append(queue.pop(0))
                    queue.pop(0)
                return queue[0]
            """,
        ),
        worse(
            "slice",
            "a copy of the list for each step",
            """
            def last(xs):
                while len(xs) > 1:
                    xs = xs[2:] + xs[:1]
                return xs[0]
            """,
        ),
    ),
)

REACH = Task(
    "breadth-first",
    "distance_sum",
    "V + E",
    (Family("grid", _grid, 500, 200_000), Family("star", _star, 500, 200_000)),
    (
        right(
            "deque",
            "each node and edge once",
            """
            from collections import deque
            def distance_sum(edges, n):
                near = [[] for _ in range(n)]
                for a, b in edges:
                    near[a].append(b)
                    near[b].append(a)
                far = [-1] * n
                far[0] = 0
                queue = deque([0])
                while queue:
                    a = queue.popleft()
                    for b in near[a]:
                        if far[b] < 0:
                            far[b] = far[a] + 1
                            queue.append(b)
                return sum(d for d in far if d > 0)
            """,
        ),
        right(
            "layers",
            "layer by layer, sets of nodes",
            """
            def distance_sum(edges, n):
                near = {}
                for a, b in edges:
                    near.setdefault(a, set()).add(b)
                    near.setdefault(b, set()).add(a)
                seen, layer, total, depth = {0}, {0}, 0, 0
                while layer:
                    total += depth * len(layer)
                    layer = {b for a in layer for b in near.get(a, ()) if b not in seen}
                    seen |= layer
                    depth += 1
                return total
            """,
        ),
        right(
            "objects",
            "an object a node: dearer by a factor",
            """
            from collections import deque
            class Node:
                def __init__(self, name):
                    self.name, self.near, self.far = name, [], None
                def join(self, other):
                    self.near.append(other)
                    other.near.append(self)
            def distance_sum(edges, n):
                nodes = {i: Node(i) for i in range(n)}
                for a, b in edges:
                    nodes[a].join(nodes[b])
                nodes[0].far = 0
                queue = deque([nodes[0]])
                while queue:
                    node = queue.popleft()
                    for other in node.near:
                        if other.far is None:
                            other.far = node.far + 1
                            queue.append(other)
                return sum(node.far or 0 for node in nodes.values())
            """,
        ),
        worse(
            "pop_front",
            "the star's queue holds all nodes, and pop(0) moves them",
            """
            def distance_sum(edges, n):
                near = [[] for _ in range(n)]
                for a, b in edges:
                    near[a].append(b)
                    near[b].append(a)
                far, queue, at = [-1] * n, [0], 0
                far[0] = 0
                while queue:
                    a = queue.pop(0)
                    for b in near[a]:
                        if far[b] < 0:
                            far[b] = far[a] + 1
                            queue.append(b)
                return sum(d for d in far if d > 0)
            """,
        ),
        worse(
            "seen_list",
            "membership in a list of the seen",
            """
            from collections import deque
            def distance_sum(edges, n):
                near = [[] for _ in range(n)]
                for a, b in edges:
                    near[a].append(b)
                    near[b].append(a)
                seen, queue, total = [0], deque([(0, 0)]), 0
                while queue:
                    a, d = queue.popleft()
                    total += d
                    for b in near[a]:
                        if b not in seen:
                            seen.append(b)
                            queue.append((b, d + 1))
                return total
            """,
        ),
        worse(
            "edge_scan",
            "all edges are searched for every node",
            """
            from collections import deque
            def distance_sum(edges, n):
                far, queue = {0: 0}, deque([0])
                while queue:
                    a = queue.popleft()
                    for x, y in edges:
                        b = y if x == a else x if y == a else None
                        if b is not None and b not in far:
                            far[b] = far[a] + 1
                            queue.append(b)
                return sum(far.values())
            """,
        ),
    ),
)

TASKS = (
    JOSEPHUS,
    REACH,
)
