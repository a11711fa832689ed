"""Linked structures in dicts: a chain of pairs."""

from __future__ import annotations

import random
from itertools import pairwise

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _shuffled(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    names = rng.sample(range(10 * n), n + 1)
    links = list(pairwise(names))
    rng.shuffle(links)
    return (links,)


def _backward(n: int, rng: random.Random) -> tuple[list[tuple[int, int]]]:
    """The last link comes first."""
    names = rng.sample(range(10 * n), n + 1)
    return (list(pairwise(names))[::-1],)


CHAIN = Task(
    "follow-chain",
    "chain",
    "n",
    (Family("shuffled", _shuffled, 250, 256_000), Family("backward", _backward, 250, 256_000)),
    (
        right(
            "dict",
            "a dict of successors, the head by a set",
            """
            def chain(links):
                after = dict(links)
                ends = set()
                for _, b in links:
                    ends.add(b)
                at = next(a for a, _ in links if a not in ends)
                out = [at]
                while at in after:
                    at = after[at]
                    out.append(at)
                return out
            """,
        ),
        right(
            "difference",
            "head by the difference of two sets",
            """
            def chain(links):
                after = dict(links)
                (at,) = after.keys() - set(after.values())
                out = [at]
                while (at := after.get(at)) is not None:
                    out.append(at)
                return out
            """,
        ),
        right(
            "nodes",
            "an object a node, joined both ways, keyed by text: dearer by a factor",
            """
            class Node:
                def __init__(self, value):
                    self.value, self.before, self.after = value, None, None
                def join(self, other):
                    self.after = other
                    other.before = self
            def chain(links):
                nodes = {}
                for a, b in links:
                    for value in (a, b):
                        if f"node {value:09d}" not in nodes:
                            nodes[f"node {value:09d}"] = Node(value)
                    nodes[f"node {a:09d}"].join(nodes[f"node {b:09d}"])
                heads = [node for node in nodes.values() if node.before is None]
                node, out = heads[0], []
                while node is not None:
                    out.append(node.value)
                    node = node.after
                return out
            """,
            Kind.SLOW,
        ),
        right(
            "from_the_end",
            "predecessors from the tail on, turned round at the end",
            """
            def chain(links):
                before = {b: a for a, b in links}
                starts = {a for a, _ in links}
                at = next(b for b in before if b not in starts)
                out = [at]
                while at in before:
                    at = before[at]
                    out.append(at)
                out.reverse()
                return out
            """,
        ),
        worse(
            "search_link",
            "all links are searched for each step",
            """
            def chain(links):
                after = dict(links)
                (at,) = after.keys() - set(after.values())
                out = [at]
                for _ in links:
                    for a, b in links:
                        if a == at:
                            at = b
                            break
                    out.append(at)
                return out
            """,
            blame="if a == at",
        ),
        worse(
            "index",
            "list.index for each step, in C",
            """
            def chain(links):
                starts, ends = [a for a, _ in links], [b for _, b in links]
                (at,) = set(starts) - set(ends)
                out = [at]
                for _ in links:
                    at = ends[starts.index(at)]
                    out.append(at)
                return out
            """,
            Kind.HIDDEN,
            blame="starts.index(at)",
        ),
        worse(
            "insert_front",
            "built from the tail by insert(0), which moves all, in C",
            """
            def chain(links):
                before = {b: a for a, b in links}
                (at,) = before.keys() - set(before.values())
                out = [at]
                while at in before:
                    at = before[at]
                    out.insert(0, at)
                return out
            """,
            Kind.HIDDEN,
            blame="out.insert(0, at)",
        ),
        worse(
            "head_in_list",
            "the head is looked for in a list of ends: found at the end of it where the links come backward",
            """
            def chain(links):
                after = dict(links)
                ends = [b for _, b in links]
                at = next(a for a, _ in links if a not in ends)
                out = [at]
                while at in after:
                    at = after[at]
                    out.append(at)
                return out
            """,
            Kind.EARLY,
            blame="a not in ends",
        ),
        worse(
            "same_hash",
            "names as objects that all have one of 64 hashes",
            """
            class Name:
                def __init__(self, value):
                    self.value = value
                def __hash__(self):
                    return self.value % 64
                def __eq__(self, other):
                    return self.value == other.value
            def chain(links):
                after = {Name(a): b for a, b in links}
                ends = {b for _, b in links}
                at = next(a for a, _ in links if a not in ends)
                out = [at]
                while Name(at) in after:
                    at = after[Name(at)]
                    out.append(at)
                return out
            """,
            Kind.COLLISION,
            blame="self.value == other.value",
        ),
    ),
)

TASKS = (CHAIN,)
