"""Walks over graphs: components, and the longest chain of a graph without cycles."""

from __future__ import annotations

import random
from itertools import pairwise

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Edges = list[tuple[int, int]]


def _sparse(n: int, rng: random.Random) -> tuple[int, Edges]:
    return n, [(rng.randrange(n), rng.randrange(n)) for _ in range(n)]


def _path_backwards(n: int, rng: random.Random) -> tuple[int, Edges]:
    return n, [(i, i + 1) for i in range(n - 2, -1, -1)]


def _acyclic(n: int, rng: random.Random) -> tuple[int, Edges]:
    edges = [(a, rng.randrange(a + 1, n)) for a in rng.choices(range(n - 1), k=2 * n)]
    return n, edges


def _fan(n: int, rng: random.Random) -> tuple[int, Edges]:
    """One before all others, all others before the last."""
    edges = [(0, i) for i in range(1, n - 1)] + [(i, n - 1) for i in range(1, n - 1)]
    rng.shuffle(edges)
    return n, edges


def _chain(n: int, rng: random.Random) -> tuple[int, Edges]:
    names = list(range(n))
    rng.shuffle(names)
    edges = list(pairwise(names))
    rng.shuffle(edges)
    return n, edges


COMPONENTS = Task(
    "components",
    "components",
    "V + E",
    (Family("random", _sparse, 500, 200_000), Family("path", _path_backwards, 500, 200_000)),
    (
        right(
            "stack",
            "each node and edge once",
            """
            def components(n, edges):
                near = [[] for _ in range(n)]
                for a, b in edges:
                    near[a].append(b)
                    near[b].append(a)
                seen = [False] * n
                count = 0
                for start in range(n):
                    if seen[start]:
                        continue
                    count += 1
                    seen[start] = True
                    stack = [start]
                    while stack:
                        for b in near[stack.pop()]:
                            if not seen[b]:
                                seen[b] = True
                                stack.append(b)
                return count
            """,
        ),
        right(
            "union_find",
            "union by size with halving: a step or two an edge, and no lists of neighbours",
            """
            def components(n, edges):
                parent, size = list(range(n)), [1] * n
                for a, b in edges:
                    while parent[a] != a:
                        parent[a] = a = parent[parent[a]]
                    while parent[b] != b:
                        parent[b] = b = parent[parent[b]]
                    if a != b:
                        if size[a] < size[b]:
                            a, b = b, a
                        parent[b] = a
                        size[a] += size[b]
                        n -= 1
                return n
            """,
            Kind.FAST,
        ),
        right(
            "nodes",
            "each node and edge once, through objects that are hashed by a tuple and two layers of generators",
            """
            from dataclasses import dataclass
            @dataclass(frozen=True)
            class Node:
                kind: str
                number: int
            class Graph:
                def __init__(self):
                    self.links = {}
                def add(self, node):
                    return self.links.setdefault(node, set())
                def join(self, a, b):
                    self.add(a).add(b)
                    self.add(b).add(a)
                def near(self, node):
                    yield from (other for other in self.links[node])
                def walk(self, start, seen):
                    stack = [start]
                    while stack:
                        node = stack.pop()
                        if node in seen:
                            continue
                        seen.add(node)
                        yield node
                        stack.extend(other for other in self.near(node) if other not in seen)
            def components(n, edges):
                graph = Graph()
                for i in range(n):
                    graph.add(Node("node", i))
                for a, b in edges:
                    graph.join(Node("node", a), Node("node", b))
                seen, count = set(), 0
                for node in graph.links:
                    if node not in seen:
                        count += 1
                        for _ in graph.walk(node, seen):
                            pass
                return count
            """,
            Kind.SLOW,
        ),
        near(
            "smaller_renamed",
            "the smaller group is renamed: a node moves at most log n times",
            """
            def components(n, edges):
                label, groups = list(range(n)), {i: [i] for i in range(n)}
                for a, b in edges:
                    a, b = label[a], label[b]
                    if a != b:
                        if len(groups[a]) < len(groups[b]):
                            a, b = b, a
                        moved = groups.pop(b)
                        for x in moved:
                            label[x] = a
                        groups[a] += moved
                return len(groups)
            """,
        ),
        worse(
            "all_renamed",
            "every edge that joins looks at every node",
            """
            def components(n, edges):
                label = list(range(n))
                for a, b in edges:
                    old, new = label[a], label[b]
                    if old != new:
                        label = [new if x == old else x for x in label]
                return len(set(label))
            """,
            blame="label = [new if x == old else x for x in label]",
        ),
        worse(
            "seen_list",
            "membership in a list of the seen nodes",
            """
            def components(n, edges):
                near = [[] for _ in range(n)]
                for a, b in edges:
                    near[a].append(b)
                    near[b].append(a)
                seen, count = [], 0
                for start in range(n):
                    if start not in seen:
                        count += 1
                        seen.append(start)
                        stack = [start]
                        while stack:
                            for b in near[stack.pop()]:
                                if b not in seen:
                                    seen.append(b)
                                    stack.append(b)
                return count
            """,
            Kind.HIDDEN,
            blame="not in seen",
        ),
        worse(
            "least_label",
            "the least label moves one edge a round along the path; few rounds on random graphs",
            """
            def components(n, edges):
                label = list(range(n))
                changed = True
                while changed:
                    changed = False
                    for a, b in edges:
                        if label[a] < label[b]:
                            label[b] = label[a]
                            changed = True
                        elif label[b] < label[a]:
                            label[a] = label[b]
                            changed = True
                return len(set(label))
            """,
            Kind.FAMILY,
            blame="for a, b in edges:",
        ),
        worse(
            "set_united",
            "a new set of both groups at every edge, and the path has one group of all that came before",
            """
            def components(n, edges):
                group = {i: i for i in range(n)}
                members = {i: frozenset([i]) for i in range(n)}
                for a, b in edges:
                    a, b = group[a], group[b]
                    if a != b:
                        both = members[a] | members[b]
                        small, large = (a, b) if len(members[a]) < len(members[b]) else (b, a)
                        for x in members.pop(small):
                            group[x] = large
                        members[large] = both
                return len(members)
            """,
            Kind.HIDDEN,
            blame="members[a] | members[b]",
        ),
    ),
)

LONGEST_CHAIN = Task(
    "prerequisites",
    "terms",
    "V + E",
    (
        Family("random", _acyclic, 250, 200_000),
        Family("fan", _fan, 250, 200_000),
        Family("chain", _chain, 250, 200_000),
    ),
    (
        right(
            "kahn",
            "each node and edge once",
            """
            from collections import deque
            def terms(n, edges):
                after, waits = [[] for _ in range(n)], [0] * n
                for a, b in edges:
                    after[a].append(b)
                    waits[b] += 1
                term = [1] * n
                queue = deque(i for i in range(n) if not waits[i])
                while queue:
                    a = queue.popleft()
                    for b in after[a]:
                        term[b] = max(term[b], term[a] + 1)
                        waits[b] -= 1
                        if not waits[b]:
                            queue.append(b)
                return max(term)
            """,
        ),
        right(
            "layers",
            "the same, a term at a time, in lists",
            """
            def terms(n, edges):
                after, waits = [[] for _ in range(n)], [0] * n
                for a, b in edges:
                    after[a].append(b)
                    waits[b] += 1
                layer, term = [i for i in range(n) if not waits[i]], 0
                while layer:
                    term += 1
                    coming = []
                    for a in layer:
                        for b in after[a]:
                            waits[b] -= 1
                            if not waits[b]:
                                coming.append(b)
                    layer = coming
                return term
            """,
        ),
        right(
            "memo_stack",
            "depth first with a stack of its own: each edge is tried once, each node finished once",
            """
            def terms(n, edges):
                after = {i: [] for i in range(n)}
                for a, b in edges:
                    after[a].append(b)
                depth = {}
                for start in range(n):
                    stack = [(start, iter(after[start]))]
                    while stack:
                        a, rest = stack[-1]
                        if a in depth:
                            stack.pop()
                            continue
                        for b in rest:
                            if b not in depth:
                                stack.append((b, iter(after[b])))
                                break
                        else:
                            depth[a] = 1 + max((depth[b] for b in after[a]), default=0)
                            stack.pop()
                return max(depth.values())
            """,
        ),
        right(
            "graphlib",
            "the standard library's sorter, pure Python, then one pass with fractions",
            """
            from fractions import Fraction
            from graphlib import TopologicalSorter
            def terms(n, edges):
                before = {i: set() for i in range(n)}
                for a, b in edges:
                    before[b].add(a)
                term = {}
                for b in TopologicalSorter(before).static_order():
                    term[b] = 1 + max((term[a] for a in before[b]), default=Fraction(0))
                return int(max(term.values()))
            """,
            Kind.SLOW,
        ),
        worse(
            "pop_front",
            "the fan's queue holds all nodes, and pop(0) moves them in C",
            """
            def terms(n, edges):
                after, waits = [[] for _ in range(n)], [0] * n
                for a, b in edges:
                    after[a].append(b)
                    waits[b] += 1
                term = [1] * n
                queue = [i for i in range(n) if not waits[i]]
                while queue:
                    a = queue.pop(0)
                    for b in after[a]:
                        term[b] = max(term[b], term[a] + 1)
                        waits[b] -= 1
                        if not waits[b]:
                            queue.append(b)
                return max(term)
            """,
            Kind.HIDDEN,
            blame="queue.pop(0)",
        ),
        worse(
            "every_term_anew",
            "all nodes are looked through each term, and the chain has as many terms as nodes",
            """
            def terms(n, edges):
                after, waits = [[] for _ in range(n)], [0] * n
                for a, b in edges:
                    after[a].append(b)
                    waits[b] += 1
                term, left = 0, n
                while left:
                    term += 1
                    ready = [i for i in range(n) if waits[i] == 0]
                    left -= len(ready)
                    for a in ready:
                        waits[a] = -1
                        for b in after[a]:
                            waits[b] -= 1
                return term
            """,
            Kind.FAMILY,
            blame="if waits[i] == 0",
        ),
        worse(
            "until_stable",
            "all edges are relaxed until nothing changes: on the shuffled chain that takes rounds in proportion to it",
            """
            def terms(n, edges):
                term = [1] * n
                changed = True
                while changed:
                    changed = False
                    for a, b in edges:
                        if term[b] <= term[a]:
                            term[b] = term[a] + 1
                            changed = True
                return max(term)
            """,
            Kind.FAMILY,
            blame="if term[b] <= term[a]:",
        ),
        worse(
            "left_copied",
            "a copy without the term's nodes each term, and the chain has as many terms as nodes; in C",
            """
            def terms(n, edges):
                after, waits = [[] for _ in range(n)], [0] * n
                for a, b in edges:
                    after[a].append(b)
                    waits[b] += 1
                left, term = set(range(n)), 0
                ready = {i for i in range(n) if not waits[i]}
                while ready:
                    term += 1
                    left = left - ready
                    coming = set()
                    for a in ready:
                        for b in after[a]:
                            waits[b] -= 1
                            if not waits[b] and b in left:
                                coming.add(b)
                    ready = coming
                return term
            """,
            Kind.HIDDEN,
            blame="left - ready",
        ),
    ),
)

TASKS = (
    COMPONENTS,
    LONGEST_CHAIN,
)
