# Takes an edge from a node to itself for nothing to care about, though it is a cycle.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        if u != v:
            following[u].append(v)
            waiting[v] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return order if len(order) == n else None
