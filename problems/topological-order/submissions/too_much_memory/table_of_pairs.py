# A table of all pairs of nodes, n^2 of them, however few edges there are.


def topological_order(n, edges):
    before = [[False] * n for _ in range(n)]
    for u, v in edges:
        before[u][v] = True
    waiting = [sum(before[u][v] for u in range(n)) for v in range(n)]
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        for v in range(n):
            if before[u][v]:
                waiting[v] -= 1
                if waiting[v] == 0:
                    order.append(v)
    return order if len(order) == n else None
