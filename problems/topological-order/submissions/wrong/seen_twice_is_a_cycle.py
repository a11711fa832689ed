# Takes any node that is met a second time for a cycle: two ways to one node are enough.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    is_start = [True] * n
    for u, v in edges:
        following[u].append(v)
        is_start[v] = False
    order = [u for u in range(n) if is_start[u]]
    seen = set(order)
    for u in order:
        for v in following[u]:
            if v in seen:
                return None
            seen.add(v)
            order.append(v)
    return order if len(order) == n else None
