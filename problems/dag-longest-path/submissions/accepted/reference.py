# landau: reference
# Kahn's topological order with a deque; each edge is relaxed once, when its source is final: O(n + m).
from collections import deque


def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    outgoing: list[list[tuple[int, int]]] = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        waiting[v] += 1
    ready = deque(v for v in range(n) if waiting[v] == 0)
    best = [0] * n
    while ready:
        u = ready.popleft()
        length = best[u]
        for v, w in outgoing[u]:
            if length + w > best[v]:
                best[v] = length + w
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return max(best, default=0)
