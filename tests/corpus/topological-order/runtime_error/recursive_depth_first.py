# recursive depth first, too deep on a long path
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    after = [[] for _ in range(n)]
    for u, v in edges:
        after[u].append(v)
    colour = [0] * n
    done = []

    def visit(u: int) -> bool:
        colour[u] = 1
        for v in after[u]:
            if colour[v] == 1 or colour[v] == 0 and not visit(v):
                return False
        colour[u] = 2
        done.append(u)
        return True

    for u in range(n):
        if colour[u] == 0 and not visit(u):
            return None
    return done[::-1]
