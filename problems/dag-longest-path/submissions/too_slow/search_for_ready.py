# Looks through all nodes that are left for one that is ready, in each step: O(n^2 + m).


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        waiting[v] += 1
    best = [0] * n
    left = list(range(n))
    while left:
        u = next(node for node in left if waiting[node] == 0)
        left.remove(u)
        for v, w in outgoing[u]:
            best[v] = max(best[v], best[u] + w)
            waiting[v] -= 1
    return max(best, default=0)
