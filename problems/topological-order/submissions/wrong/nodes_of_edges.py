# Knows only the nodes that some edge names: those without an edge are missing.


def topological_order(n, edges):
    following = {}
    waiting = {}
    for u, v in edges:
        following.setdefault(u, []).append(v)
        waiting[v] = waiting.get(v, 0) + 1
        waiting.setdefault(u, 0)
    order = [v for v in waiting if waiting[v] == 0]
    for u in order:
        for v in following.get(u, []):
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return order if len(order) == len(waiting) else None
