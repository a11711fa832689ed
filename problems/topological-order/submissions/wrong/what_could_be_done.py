# Answers with the nodes that became ready, and does not ask whether these are all.
from collections import deque


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].append(v)
        waiting[v] += 1
    ready = deque(v for v in range(n) if waiting[v] == 0)
    order = []
    while ready:
        u = ready.popleft()
        order.append(u)
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return order
