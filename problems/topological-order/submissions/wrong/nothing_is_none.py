# `or None`: the empty order of a graph without nodes is false.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].append(v)
        waiting[v] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return (len(order) == n and order) or None
