# Keeps the followers in sets, but counts every edge: after parallel edges a node waits for ever.


def topological_order(n, edges):
    following = [set() for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].add(v)
        waiting[v] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return order if len(order) == n else None
