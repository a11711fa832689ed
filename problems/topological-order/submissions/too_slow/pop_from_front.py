# Kahn with a list for a queue: pop(0) moves all that are ready: O(n^2) when many are, hidden in C.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].append(v)
        waiting[v] += 1
    ready = [v for v in range(n) if waiting[v] == 0]
    order = []
    while ready:
        u = ready.pop(0)
        order.append(u)
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return order if len(order) == n else None
