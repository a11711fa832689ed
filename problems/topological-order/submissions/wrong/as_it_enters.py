# Depth-first search that notes a node when it enters it, not when it leaves: before all that lead there some other way.
NEW, OPEN, DONE = 0, 1, 2


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    has_before = [False] * n
    for u, v in edges:
        following[u].append(v)
        has_before[v] = True
    colour = [NEW] * n
    order = []
    for root in sorted(range(n), key=lambda v: has_before[v]):
        stack = [root] if colour[root] == NEW else []
        while stack:
            u = stack[-1]
            if colour[u] == NEW:
                colour[u] = OPEN
                order.append(u)
                for v in following[u]:
                    if colour[v] == OPEN:
                        return None
                    if colour[v] == NEW:
                        stack.append(v)
            else:
                colour[u] = DONE
                stack.pop()
    return order
