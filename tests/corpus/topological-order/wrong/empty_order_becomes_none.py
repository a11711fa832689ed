# an empty order is taken for a cycle
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    degree = [0] * n
    for u, v in edges:
        after[u].append(v)
        degree[v] += 1
    order = [u for u in range(n) if degree[u] == 0]
    if not order:
        return None
    for u in order:
        for v in after[u]:
            degree[v] -= 1
            if degree[v] == 0:
                order.append(v)
    return order if len(order) == n else None
