# Lets a path begin only at a node without incoming edges and end only at one without outgoing: negative ends stay on.
from collections import deque


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        waiting[v] += 1
    ready = deque(v for v in range(n) if waiting[v] == 0)
    best = [0 if waiting[v] == 0 else float("-inf") for v in range(n)]
    while ready:
        u = ready.popleft()
        for v, w in outgoing[u]:
            best[v] = max(best[v], best[u] + w)
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return max((best[v] for v in range(n) if not outgoing[v]), default=0)
