# Depth-first search in three colours with its own stack; a node is noted when it is left: accepted.
NEW, OPEN, DONE = 0, 1, 2


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    for u, v in edges:
        following[u].append(v)
    colour = [NEW] * n
    left = []
    for root in range(n):
        if colour[root] != NEW:
            continue
        colour[root] = OPEN
        stack = [(root, iter(following[root]))]
        while stack:
            u, rest = stack[-1]
            v = next(rest, None)
            if v is None:
                stack.pop()
                colour[u] = DONE
                left.append(u)
            elif colour[v] == OPEN:
                return None
            elif colour[v] == NEW:
                colour[v] = OPEN
                stack.append((v, iter(following[v])))
    return left[::-1]
