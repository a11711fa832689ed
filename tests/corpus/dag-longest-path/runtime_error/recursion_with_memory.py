# Recursion with a memory: too deep for a path through all nodes.
from functools import cache


def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    out = [[] for _ in range(n)]
    for u, v, w in edges:
        out[u].append((v, w))

    @cache
    def best(u):
        return max([0] + [w + best(v) for v, w in out[u]])

    return max((best(u) for u in range(n)), default=0)
