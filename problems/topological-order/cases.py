"""Inputs of topological-order: (n, edges). The size of a family counts nodes and edges."""

MOST = 480_000


def samples():
    return [
        {
            "input": (4, [(3, 1), (1, 0), (3, 2), (2, 0)]),
            "answer": [3, 1, 2, 0],
            "note": "3 must come first and 0 last. [3, 2, 1, 0] is right, too. Two ways from 3 to 0 are no cycle.",
        },
        {
            "input": (4, [(0, 1), (1, 2), (2, 1), (2, 3)]),
            "answer": None,
            "note": "1 would have to come before 2, and 2 before 1.",
        },
        {
            "input": (3, [(2, 0), (2, 0)]),
            "answer": [2, 0, 1],
            "note": "The edge is listed twice and means the same as once. Node 1 has no edge and may stand anywhere.",
        },
    ]


def edges(rng):
    graphs = [
        ("no nodes", (0, [])),
        ("one node", (1, [])),
        ("one node before itself", (1, [(0, 0)])),
        ("nodes without edges", (7, [])),
        ("one edge", (2, [(0, 1)])),
        ("one edge backwards", (2, [(1, 0)])),
        ("two nodes, each before the other", (2, [(0, 1), (1, 0)])),
        ("a cycle of three", (3, [(0, 1), (1, 2), (2, 0)])),
        ("all nodes on one cycle", (9, [(i, (i + 1) % 9) for i in range(9)])),
        ("a diamond", (4, [(0, 1), (0, 2), (1, 3), (2, 3)])),
        ("a diamond backwards", (4, [(3, 2), (3, 1), (2, 0), (1, 0)])),
        ("a way and a short cut", (4, [(0, 1), (1, 2), (2, 3), (0, 3)])),
        ("a short cut first", (4, [(0, 3), (0, 2), (2, 1), (1, 3)])),
        ("parallel edges", (3, [(0, 1), (0, 1), (0, 1), (1, 2), (1, 2)])),
        ("parallel edges backwards", (3, [(2, 1), (2, 1), (1, 0), (1, 0)])),
        ("parallel edges on a cycle", (3, [(0, 1), (0, 1), (1, 2), (2, 1), (2, 1)])),
        ("an edge to itself at the end", (4, [(0, 1), (1, 2), (2, 3), (3, 3)])),
        ("an edge to itself at the start", (4, [(0, 0), (0, 1), (1, 2), (2, 3)])),
        ("an edge to itself without others", (4, [(0, 1), (2, 2)])),
        ("numbers along the edges", (6, [(i, i + 1) for i in range(5)])),
        ("numbers against the edges", (6, [(i + 1, i) for i in range(5)])),
        ("against, from the end", (6, [(i + 1, i) for i in range(4, -1, -1)])),
        ("two parts", (6, [(5, 3), (3, 1), (4, 2), (2, 0)])),
        ("two parts, a cycle in the second", (7, [(0, 1), (1, 2), (3, 4), (4, 5), (5, 3)])),
        ("a cycle without an entry", (5, [(1, 2), (2, 3), (3, 1), (3, 4)])),
        ("a cycle that is entered", (5, [(0, 1), (1, 2), (2, 3), (3, 1)])),
        ("a cycle before a path", (6, [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4), (4, 5)])),
        ("two cycles", (6, [(0, 1), (1, 0), (4, 5), (5, 4)])),
        ("nodes without edges at the end", (8, [(2, 1), (1, 0)])),
        ("the last node alone", (4, [(1, 0), (2, 1)])),
        ("few edges in, but late", (5, [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)])),
        ("more edges in, but earlier", (6, [(0, 3), (1, 3), (2, 3), (3, 4), (4, 5)])),
        ("reached early, needed late", (5, [(0, 4), (0, 1), (1, 2), (2, 3), (3, 4)])),
        ("star outwards", (8, [(3, i) for i in range(8) if i != 3])),
        ("star inwards", (8, [(i, 3) for i in range(8) if i != 3])),
        ("complete", (9, [(b, a) for b in range(9) for a in range(b)])),
        (
            "complete, one edge turned",
            (9, [(b, a) if (a, b) != (2, 6) else (a, b) for b in range(9) for a in range(b)]),
        ),
    ]
    for number in range(8):
        graphs.append((f"random, {number + 1}", random_graph(rng.randrange(4, 30), rng)))
    return graphs


def random_graph(n, rng):
    """A third nodes, the others edges along a hidden order; by the toss of a coin, one edge leads back along it."""
    nodes = max(2, n // 3)
    name = _names(nodes, rng)
    steps = []
    for _ in range(n - nodes):
        a, b = sorted(rng.sample(range(nodes), 2))
        steps.append((name[a], name[b]))
    if steps and rng.random() < 0.5:
        u, v = rng.choice(steps)
        steps[rng.randrange(len(steps))] = (v, u)
        steps[-1] = (u, v)
    return (nodes, steps)


def ladder(n, rng):
    """Six nodes and edges a layer; the edges come in no order. Who begins at node 0 walks all layers."""
    layers = max(1, n // 6)
    name = _names(2 * layers, rng)
    zero = name.index(0)
    name[0], name[zero] = 0, name[0]
    steps = []
    for layer in range(layers - 1):
        here, there = name[2 * layer : 2 * layer + 2], name[2 * layer + 2 : 2 * layer + 4]
        steps += [(u, v) for u in here for v in there]
    rng.shuffle(steps)
    return (2 * layers, steps)


def star(n, rng):
    nodes = max(2, n // 2)
    name = _names(nodes, rng)
    return (nodes, [(name[0], v) for v in name[1:]])


def long_path(n, rng):
    """Node 0 is the first, so that a search from it goes down all the way."""
    nodes = max(2, n // 2)
    name = _names(nodes, rng)
    at = name.index(0)
    name[0], name[at] = name[at], name[0]
    return (nodes, [(name[i - 1], name[i]) for i in range(nodes - 1, 0, -1)])


def late_cycle(n, rng):
    nodes, steps = long_path(n, rng)
    last = steps[0][1]
    back = rng.choice([0, 1, rng.randrange(1, max(2, len(steps) // 4))])
    steps.append((last, last if back == 0 else steps[min(back, len(steps)) - 1][0]))
    return (nodes, steps)


def _names(nodes, rng):
    name = list(range(nodes))
    rng.shuffle(name)
    return name


def validate(n, edges):
    if type(n) is not int or n < 0:
        raise ValueError(f"n is {n!r}, not an int of at least 0")
    if type(edges) is not list or n + len(edges) > MOST:
        raise ValueError(f"edges must be a list, and n + len(edges) at most {MOST:,}")
    for i, edge in enumerate(edges):
        if type(edge) is not tuple or len(edge) != 2:
            raise ValueError(f"edges[{i}] is {edge!r}, not a tuple (u, v)")
        for node in edge:
            if type(node) is not int or not 0 <= node < n:
                raise ValueError(f"edges[{i}] = {edge}: {node!r} is not a node from 0 to {n - 1}")
