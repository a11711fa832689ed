# Asks a list of the nodes on the way whether the next one is on it: a search for each edge, O(n m) on a deep graph.


def topological_order(n, edges):
    following = [[] for _ in range(n)]
    for u, v in edges:
        following[u].append(v)
    done = set()
    left = []
    for root in range(n):
        if root in done:
            continue
        path = [root]
        rest = [list(following[root])]
        while path:
            if rest[-1]:
                v = rest[-1].pop()
                if v in path:
                    return None
                if v not in done:
                    path.append(v)
                    rest.append(list(following[v]))
            else:
                rest.pop()
                done.add(path[-1])
                left.append(path.pop())
    return left[::-1]
