# depth first without a look for cycles
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    for u, v in edges:
        after[u].append(v)
    seen = [False] * n
    done = []
    for root in range(n):
        stack = [(root, False)]
        while stack:
            u, finished = stack.pop()
            if finished:
                done.append(u)
            elif not seen[u]:
                seen[u] = True
                stack.append((u, True))
                for v in after[u]:
                    if not seen[v]:
                        stack.append((v, False))
    return done[::-1]
