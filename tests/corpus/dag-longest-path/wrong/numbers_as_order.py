# Goes through the nodes by number, as if every edge led to a larger one.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    best = [0] * n
    for u, v, w in sorted(edges):
        best[v] = max(best[v], best[u] + w)
    return max(best, default=0)
