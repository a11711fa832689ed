# each round goes through all edges that are left and takes the nodes that nothing leads to
def topological_order(n: int, edges: list[tuple[int, int]]) -> list[int] | None:
    left = set(range(n))
    rest = list(edges)
    order = []
    while left:
        blocked = {v for _, v in rest}
        free = [u for u in left if u not in blocked]
        if not free:
            return None
        order += free
        left.difference_update(free)
        rest = [(u, v) for u, v in rest if u in left]
    return order
