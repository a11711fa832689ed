# Takes the ready nodes, and makes a new list of the edges without theirs: a round for each layer, O(n m).


def topological_order(n, edges):
    order = []
    left = set(range(n))
    while left:
        ready = left - {v for _, v in edges}
        if not ready:
            return None
        order.extend(ready)
        left -= ready
        edges = [edge for edge in edges if edge[0] in left]
    return order
