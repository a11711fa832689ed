# Kahn's order with a list for a queue: pop(0) moves all that are ready: O(n^2) when many are, hidden in C.


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    waiting = [0] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        waiting[v] += 1
    ready = [v for v in range(n) if waiting[v] == 0]
    best = [0] * n
    while ready:
        u = ready.pop(0)
        for v, w in outgoing[u]:
            best[v] = max(best[v], best[u] + w)
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    return max(best, default=0)
