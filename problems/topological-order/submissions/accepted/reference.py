# landau: reference
# Kahn: a node is ready when its last incoming edge is taken away; nodes never ready lie on or behind a cycle: O(n + m).


def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    following: list[list[int]] = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v in edges:
        following[u].append(v)
        waiting[v] += 1
    order = [v for v in range(n) if waiting[v] == 0]
    for u in order:  # grows while it is read
        for v in following[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                order.append(v)
    return order if len(order) == n else None
