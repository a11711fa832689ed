# Walks every path and remembers nothing: in a ladder of diamonds their number doubles with each layer. O(2^n).


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    is_start = [True] * n
    for u, v, w in edges:
        outgoing[u].append((v, w))
        is_start[v] = False
    best = 0
    # Any longest path is part of a walk from a start; what lies before its own first node is negative and cut off at 0.
    stack = [(u, 0) for u in range(n) if is_start[u]]
    while stack:
        u, length = stack.pop()
        best = max(best, length)
        for v, w in outgoing[u]:
            stack.append((v, max(0, length + w)))
    return best
