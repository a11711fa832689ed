# Sorts the edges in place to find those of a node by bisection: the order is right, but the caller's list is another.
from bisect import bisect_left


def topological_order(n, edges):
    edges.sort()
    waiting = [0] * n
    for _, v in edges:
        waiting[v] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:
        at = bisect_left(edges, (u, -1))
        while at < len(edges) and edges[at][0] == u:
            v = edges[at][1]
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
            at += 1
    return order if len(order) == n else None
