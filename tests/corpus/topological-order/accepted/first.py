# Kahn: take nodes without open predecessors until none is left
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    open_before = [0] * n
    for u, v in edges:
        after[u].append(v)
        open_before[v] += 1
    order = [u for u in range(n) if open_before[u] == 0]
    for u in order:
        for v in after[u]:
            open_before[v] -= 1
            if open_before[v] == 0:
                order.append(v)
    return order if len(order) == n else None
