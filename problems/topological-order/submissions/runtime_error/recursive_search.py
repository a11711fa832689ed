# Depth-first search by recursion is O(n + m), but as deep as the path: RecursionError on a long one.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    for u, v in edges:
        following[u].append(v)
    state = {}
    left = []

    def is_fine(u):
        if u in state:
            return state[u] == "done"
        state[u] = "open"
        if not all(is_fine(v) for v in following[u]):
            return False
        state[u] = "done"
        left.append(u)
        return True

    return left[::-1] if all(is_fine(u) for u in range(n)) else None
