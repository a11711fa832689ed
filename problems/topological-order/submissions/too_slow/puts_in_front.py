# Depth-first search that puts each node that it leaves in front of the others: insert(0) moves them all: O(n^2).


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    for u, v in edges:
        following[u].append(v)
    state = [0] * n
    order = []
    for root in range(n):
        stack = [root]
        while stack:
            u = stack[-1]
            if state[u] == 0:
                state[u] = 1
                for v in following[u]:
                    if state[v] == 1:
                        return None
                    if state[v] == 0:
                        stack.append(v)
            else:
                stack.pop()
                if state[u] == 1:
                    state[u] = 2
                    order.insert(0, u)
    return order
