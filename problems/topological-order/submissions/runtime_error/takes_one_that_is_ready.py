# Always takes a node that waits for nothing; in a cycle there is none: StopIteration.


def topological_order(n, edges):
    before = {v: set() for v in range(n)}
    for u, v in edges:
        before[v].add(u)
    order = []
    while before:
        u = next(v for v in before if not before[v])
        order.append(u)
        del before[u]
        for others in before.values():
            others.discard(u)
    return order
