# Depth-first search that only knows seen and not seen: a cycle passes unnoticed.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    for u, v in edges:
        following[u].append(v)
    seen = [False] * n
    left = []
    for root in range(n):
        stack = [] if seen[root] else [(root, iter(following[root]))]
        seen[root] = True
        while stack:
            u, rest = stack[-1]
            v = next((w for w in rest if not seen[w]), None)
            if v is None:
                left.append(u)
                stack.pop()
            else:
                seen[v] = True
                stack.append((v, iter(following[v])))
    return left[::-1]
