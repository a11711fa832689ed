"""Any order of all nodes that keeps to every edge is right; None only where there is a cycle."""


def check(input, expected, answer):
    n, edges = input
    if expected is None:
        return None if answer is None else f"there is a cycle; expected None, found {_brief(answer)}"
    if answer is None:
        return f"there is no cycle, and {_brief(expected)} is a right order; found None"
    if type(answer) is not list:
        return f"expected a list, found {type(answer).__name__}"
    place = [-1] * n
    for at, node in enumerate(answer):
        if type(node) is not int or not 0 <= node < n:
            return f"{node!r}, at index {at}, is not one of the {n} nodes"
        if place[node] >= 0:
            return f"node {node} is at index {place[node]} and again at index {at}"
        place[node] = at
    if len(answer) < n:
        return f"node {place.index(-1)} is missing: {len(answer)} of {n} nodes"
    for u, v in edges:
        if place[u] > place[v]:
            return f"edge ({u}, {v}): {u} must come before {v}, but is at index {place[u]}, and {v} at index {place[v]}"
    return None


def _brief(value):
    if type(value) is list and len(value) > 12:
        return f"[{', '.join(repr(x)[:20] for x in value[:10])}, …]"
    return repr(value)[:200]
