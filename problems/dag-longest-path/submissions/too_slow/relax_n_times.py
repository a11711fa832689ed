# Bellman and Ford: relaxes all edges n times; right without any order, but O(n m).


def longest_path(n, edges):
    best = [0] * n
    for _ in range(n):
        for u, v, w in edges:
            if best[u] + w > best[v]:
                best[v] = best[u] + w
    return max(best, default=0)
