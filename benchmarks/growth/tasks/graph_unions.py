"""Groups that grow edge by edge."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Edges = list[tuple[int, int]]


def _random(n: int, rng: random.Random) -> tuple[int, Edges]:
    """Too few edges for a group that holds a share of all."""
    return n, [(rng.randrange(n), rng.randrange(n)) for _ in range(n // 3)]


def _star(n: int, rng: random.Random) -> tuple[int, Edges]:
    return n, [(0, i) for i in range(1, n)]


GROUPS = Task(
    "friend-groups",
    "groups_after",
    "n",
    (Family("random", _random, 500, 200_000), Family("star", _star, 500, 200_000)),
    (
        right(
            "by_size",
            "union by size with halving: an inverse Ackermann factor, below 5",
            """
            def groups_after(n, edges):
                parent, size = list(range(n)), [1] * n
                def find(a):
                    while parent[a] != a:
                        parent[a] = a = parent[parent[a]]
                    return a
                out = []
                for a, b in edges:
                    a, b = find(a), find(b)
                    if a != b:
                        if size[a] < size[b]:
                            a, b = b, a
                        parent[b] = a
                        size[a] += size[b]
                        n -= 1
                    out.append(n)
                return out
            """,
        ),
        right(
            "inline",
            "the same without calls",
            """
            def groups_after(n, edges):
                parent, out = [-1] * n, []
                for a, b in edges:
                    x = a
                    while parent[x] >= 0:
                        x = parent[x]
                    while parent[a] >= 0:
                        parent[a], a = x, parent[a]
                    y = b
                    while parent[y] >= 0:
                        y = parent[y]
                    while parent[b] >= 0:
                        parent[b], b = y, parent[b]
                    if x != y:
                        if parent[x] > parent[y]:
                            x, y = y, x
                        parent[x] += parent[y]
                        parent[y] = x
                        n -= 1
                    out.append(n)
                return out
            """,
            Kind.FAST,
        ),
        right(
            "objects",
            "union by rank with compression over objects with properties and decimals",
            """
            from decimal import Decimal
            class Member:
                def __init__(self, name):
                    self._name, self._above, self._rank = name, None, Decimal(0)
                @property
                def above(self):
                    return self._above
                @property
                def name(self):
                    return self._name
                @property
                def rank(self):
                    return self._rank
                def __eq__(self, other):
                    return isinstance(other, Member) and self.name == other.name
                def __hash__(self):
                    return hash(("member", self.name))
                def up(self):
                    member = self
                    while member is not None:
                        yield member
                        member = member.above
                def root(self):
                    way = list(self.up())
                    for member in way[:-1]:
                        member._above = way[-1]
                    return way[-1]
                def join(self, other):
                    a, b = sorted((self.root(), other.root()), key=lambda member: member.rank)
                    if a == b:
                        return False
                    a._above = b
                    if a.rank == b.rank:
                        b._rank += 1
                    return True
            def groups_after(n, edges):
                members, out = {str(i): Member(str(i)) for i in range(n)}, []
                left = Decimal(n)
                for a, b in edges:
                    if members[str(a)].join(members[str(b)]):
                        left -= 1
                    out.append(int(left))
                return out
            """,
            Kind.SLOW,
        ),
        near(
            "compression_alone",
            "compression without sizes: at most a logarithm an edge",
            """
            def groups_after(n, edges):
                parent, out = list(range(n)), []
                def find(a):
                    root = a
                    while parent[root] != root:
                        root = parent[root]
                    while parent[a] != root:
                        parent[a], a = root, parent[a]
                    return root
                for a, b in edges:
                    a, b = find(a), find(b)
                    if a != b:
                        parent[a] = b
                        n -= 1
                    out.append(n)
                return out
            """,
        ),
        worse(
            "bare_parents",
            "neither sizes nor compression: each edge of the star climbs all that came before",
            """
            def groups_after(n, edges):
                parent, out = list(range(n)), []
                def find(a):
                    while parent[a] != a:
                        a = parent[a]
                    return a
                for a, b in edges:
                    a, b = find(a), find(b)
                    if a != b:
                        parent[a] = b
                        n -= 1
                    out.append(n)
                return out
            """,
            Kind.FAMILY,
            blame="while parent[a] != a:",
        ),
        worse(
            "search_between",
            "a search that stops at the other end, but those of the star's edges never meet it and see the whole group",
            """
            def groups_after(n, edges):
                near, out = [[] for _ in range(n)], []
                def reach(a, b):
                    seen, stack = {a}, [a]
                    while stack:
                        for c in near[stack.pop()]:
                            if c == b:
                                return True
                            if c not in seen:
                                seen.add(c)
                                stack.append(c)
                    return a == b
                for a, b in edges:
                    if not reach(a, b):
                        n -= 1
                        near[a].append(b)
                        near[b].append(a)
                    out.append(n)
                return out
            """,
            Kind.EARLY,
            blame="for c in near[stack.pop()]:",
        ),
        worse(
            "list_of_sets",
            "the groups are asked one after the other which holds a node",
            """
            def groups_after(n, edges):
                groups, out = [{i} for i in range(n)], []
                for a, b in edges:
                    x = next(group for group in groups if a in group)
                    if b not in x:
                        y = next(group for group in groups if b in group)
                        if len(x) < len(y):
                            x, y = y, x
                        x |= y
                        groups = [group for group in groups if group is not y]
                    out.append(len(groups))
                return out
            """,
            blame="for group in groups",
        ),
        worse(
            "rebuilt_every_root",
            "all labels are made again after every root of n edges: n root n",
            """
            from math import isqrt
            def groups_after(n, edges):
                label, out, every, alias = list(range(n)), [], isqrt(n) + 1, {}
                def find(a):
                    while a in alias:
                        a = alias[a]
                    return a
                for number, (a, b) in enumerate(edges, 1):
                    a, b = find(label[a]), find(label[b])
                    if a != b:
                        alias[b] = a
                        n -= 1
                    out.append(n)
                    if number % every == 0:
                        label = [find(x) for x in label]
                        alias = {}
                return out
            """,
            Kind.ROOT,
            blame="[find(x) for x in label]",
        ),
        worse(
            "counted_by_set",
            "the distinct labels are counted after every edge, in C",
            """
            def groups_after(n, edges):
                label, members, out = list(range(n)), [[i] for i in range(n)], []
                for a, b in edges:
                    a, b = label[a], label[b]
                    if a != b:
                        if len(members[a]) < len(members[b]):
                            a, b = b, a
                        for x in members[b]:
                            label[x] = a
                        members[a] += members[b]
                    out.append(len(set(label)))
                return out
            """,
            Kind.HIDDEN,
            blame="len(set(label))",
        ),
    ),
)

TASKS = (GROUPS,)
