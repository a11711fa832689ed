# depth first with a stack of iterators and three colours, turned round at the end
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    for u, v in edges:
        after[u].append(v)
    colour = [0] * n
    done = []
    for root in range(n):
        if colour[root]:
            continue
        colour[root] = 1
        stack = [(root, iter(after[root]))]
        while stack:
            u, rest = stack[-1]
            for v in rest:
                if colour[v] == 1:
                    return None
                if colour[v] == 0:
                    colour[v] = 1
                    stack.append((v, iter(after[v])))
                    break
            else:
                colour[u] = 2
                done.append(u)
                stack.pop()
    return done[::-1]
