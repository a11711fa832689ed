# Lets a path begin only at a node without incoming edges.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    out = [[] for _ in range(n)]
    indegree = [0] * n
    for u, v, w in edges:
        out[u].append((v, w))
        indegree[v] += 1
    ready = [v for v in range(n) if indegree[v] == 0]
    best = [float("-inf")] * n
    for v in ready:
        best[v] = 0
    answer = 0
    while ready:
        u = ready.pop()
        answer = max(answer, best[u])
        for v, w in out[u]:
            best[v] = max(best[v], best[u] + w)
            indegree[v] -= 1
            if indegree[v] == 0:
                ready.append(v)
    return answer
