# nodes in the order in which a depth first walk meets them; cycles are noticed
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    degree = [0] * n
    for u, v in edges:
        after[u].append(v)
        degree[v] += 1
    left = degree[:]
    ready = [u for u in range(n) if left[u] == 0]
    taken = 0
    while taken < len(ready):
        for v in after[ready[taken]]:
            left[v] -= 1
            if left[v] == 0:
                ready.append(v)
        taken += 1
    if taken < n:
        return None
    seen = [False] * n
    order = []
    stack = [u for u in range(n) if degree[u] == 0]
    while stack:
        u = stack.pop()
        if seen[u]:
            continue
        seen[u] = True
        order.append(u)
        stack.extend(after[u])
    return order
