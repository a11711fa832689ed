# Handles the nodes in the order of their numbers, as if every edge led upwards.


def longest_path(n, edges):
    best = [0] * n
    for u, v, w in sorted(edges):
        best[v] = max(best[v], best[u] + w)
    return max(best, default=0)
