# Moves every node behind those before it until nothing moves: as many passes as the longest path has edges: O(n m).


def topological_order(n, edges):
    depth = [0] * n
    for _ in range(n + 1):
        moved = False
        for u, v in edges:
            if depth[v] <= depth[u]:
                depth[v] = depth[u] + 1
                moved = True
        if not moved:
            return sorted(range(n), key=lambda v: depth[v])
    return None
