# Depth first with a stack of its own; the heaviest path from u is known once u is left.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    out = [[] for _ in range(n)]
    for u, v, w in edges:
        out[u].append((v, w))
    best = [None] * n
    for root in range(n):
        if best[root] is not None:
            continue
        stack = [(root, False)]
        while stack:
            u, ready = stack.pop()
            if ready:
                best[u] = max(0, max((w + best[v] for v, w in out[u]), default=0))
            elif best[u] is None:
                stack.append((u, True))
                stack.extend((v, False) for v, _ in out[u] if best[v] is None)
    return max(best, default=0)
