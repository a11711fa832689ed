# Depth-first search with a memory is O(n + m), but recursion as deep as the path: RecursionError on a long one.


def longest_path(n, edges):
    outgoing = [[] for _ in range(n)]
    for u, v, w in edges:
        outgoing[u].append((v, w))
    memory = {}

    def from_node(u):
        if u not in memory:
            memory[u] = max(0, max((from_node(v) + w for v, w in outgoing[u]), default=0))
        return memory[u]

    return max((from_node(u) for u in range(n)), default=0)
