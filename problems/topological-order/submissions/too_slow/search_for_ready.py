# Looks through all nodes that are left for one that waits for nothing, in each step: O(n^2 + m).


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].append(v)
        waiting[v] += 1
    left = list(range(n))
    order = []
    while left:
        u = next((node for node in left if waiting[node] == 0), None)
        if u is None:
            return None
        left.remove(u)
        order.append(u)
        for v in following[u]:
            waiting[v] -= 1
    return order
