# Relaxes all edges until nothing changes: quick in a friendly order, n rounds on a path listed from its end; O(n m).


def longest_path(n, edges):
    best = [0] * n
    changed = True
    while changed:
        changed = False
        for u, v, w in edges:
            if best[u] + w > best[v]:
                best[v] = best[u] + w
                changed = True
    return max(best, default=0)
