# Reads (u, v) as "u needs v", as course lists are given: every edge the wrong way round.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[v].append(u)
        waiting[u] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return order if len(order) == n else None
