# Kahn's topological order; best[v] is the heaviest path that ends in v, at least 0.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    out = [[] for _ in range(n)]
    indegree = [0] * n
    for u, v, w in edges:
        out[u].append((v, w))
        indegree[v] += 1
    best = [0] * n
    ready = [v for v in range(n) if indegree[v] == 0]
    while ready:
        u = ready.pop()
        base = best[u]
        for v, w in out[u]:
            if base + w > best[v]:
                best[v] = base + w
            indegree[v] -= 1
            if indegree[v] == 0:
                ready.append(v)
    return max(best, default=0)
