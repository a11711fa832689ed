# Walks every path to find how deep each node lies, and remembers nothing: their number doubles with each layer: O(2^n).


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    is_start = [True] * n
    for u, v in edges:
        following[u].append(v)
        is_start[v] = False
    depth = [0] * n
    seen = {u for u in range(n) if is_start[u]}
    stack = [(u, 0) for u in seen]
    while stack:
        u, steps = stack.pop()
        if steps >= n:
            return None
        depth[u] = max(depth[u], steps)
        for v in following[u]:
            seen.add(v)
            stack.append((v, steps + 1))
    return sorted(range(n), key=lambda v: depth[v]) if len(seen) == n else None
