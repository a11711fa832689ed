# only nodes that edges name are in the answer
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = {}
    degree = {}
    for u, v in edges:
        after.setdefault(u, []).append(v)
        degree.setdefault(u, 0)
        degree[v] = degree.get(v, 0) + 1
    order = [u for u in degree if degree[u] == 0]
    for u in order:
        for v in after.get(u, []):
            degree[v] -= 1
            if degree[v] == 0:
                order.append(v)
    return order if len(order) == len(degree) else None
