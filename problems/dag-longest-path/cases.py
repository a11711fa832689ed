"""Cases for dag-longest-path. An input is (n, edges); the size of a family counts nodes and edges."""

LARGEST_WEIGHT = 10**9


def samples():
    return [
        {
            "input": (4, [(0, 1, 5), (1, 3, 1), (0, 2, 2), (2, 3, 7)]),
            "answer": 9,
            "note": "0 → 2 → 3 has length 2 + 7. The heavier first step, 0 → 1, leads to 6 only.",
        },
        {
            "input": (4, [(2, 1, -3), (1, 0, 4), (3, 2, -1)]),
            "answer": 4,
            "note": "The path may begin anywhere: 1 → 0 alone is better than coming from 3 or 2 over negative edges.",
        },
        {
            "input": (3, [(0, 1, -2)]),
            "answer": 0,
            "note": "A single node is a path of length 0, and the only edge is worse than that.",
        },
    ]


def random_graph(n, rng):
    """A third nodes, the others edges along a hidden random order of the nodes; some are parallel."""
    nodes = max(2, n // 3)
    order = list(range(nodes))
    rng.shuffle(order)
    steps = []
    for _ in range(n - nodes):
        a, b = sorted(rng.sample(range(nodes), 2))
        steps.append((order[a], order[b], rng.randint(-9, 9)))
    return (nodes, steps)


def edges(rng):
    big = LARGEST_WEIGHT
    graphs = [
        ("no nodes", (0, [])),
        ("one node", (1, [])),
        ("nodes without edges", (7, [])),
        ("one edge", (2, [(0, 1, 6)])),
        ("one edge backwards", (2, [(1, 0, 6)])),
        ("one edge of weight 0", (2, [(0, 1, 0)])),
        ("all weights negative", (4, [(0, 1, -1), (1, 2, -5), (0, 3, -2)])),
        ("a negative edge that pays", (4, [(0, 1, 5), (1, 2, -3), (2, 3, 9)])),
        ("a negative edge that does not pay", (4, [(0, 1, 5), (1, 2, -7), (2, 3, 6)])),
        ("a negative tail", (4, [(0, 1, 5), (1, 2, -1), (2, 3, -1)])),
        ("parallel edges, best first", (2, [(0, 1, 9), (0, 1, 2), (0, 1, -4)])),
        ("parallel edges, best last", (2, [(0, 1, -4), (0, 1, 2), (0, 1, 9)])),
        ("parallel edges on the way", (3, [(0, 1, 3), (1, 2, 8), (0, 1, 7), (1, 2, 1)])),
        ("fewer edges, more weight", (4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (0, 3, 10)])),
        ("greedy goes wrong", (5, [(0, 1, 10), (0, 2, 1), (2, 3, 10), (3, 4, 10), (1, 4, 1)])),
        ("two parts, the second better", (5, [(0, 1, 4), (2, 3, 3), (3, 4, 3)])),
        ("two parts, the first better", (5, [(0, 1, 7), (2, 3, 3), (3, 4, 3)])),
        ("part that does not hold node 0", (4, [(3, 2, 2), (2, 1, 2)])),
        ("numbers against the direction", (5, [(4, 3, 1), (3, 2, 1), (2, 1, 1), (1, 0, 1)])),
        ("reached early, improved late", (5, [(0, 4, 1), (4, 1, 1), (0, 2, 5), (2, 3, 5), (3, 4, 5)])),
        ("more than 32 bits", (6, [(i, i + 1, big) for i in range(5)])),
        ("largest weights of both signs", (5, [(0, 1, big), (1, 2, -big), (2, 3, big), (3, 4, 1)])),
        ("star outwards", (8, [(3, i, i) for i in range(8) if i != 3])),
        ("star inwards", (8, [(i, 3, i) for i in range(8) if i != 3])),
        ("complete", (9, [(b, a, 1) for b in range(9) for a in range(b)])),
    ]
    for number in range(8):
        graphs.append((f"random, {number + 1}", random_graph(rng.randrange(4, 25), rng)))
    return graphs


def diamond_ladder(n, rng):
    """Six nodes and edges a layer; weights of both signs; the nodes are numbered at random."""
    layers = max(1, n // 6)
    name = list(range(2 * layers))
    rng.shuffle(name)
    steps = []
    for layer in range(layers - 1):
        here, there = name[2 * layer : 2 * layer + 2], name[2 * layer + 2 : 2 * layer + 4]
        steps += [(u, v, rng.randint(-50, 100)) for u in here for v in there]
    rng.shuffle(steps)
    return (2 * layers, steps)


def reversed_path(n, rng):
    nodes = max(2, n // 2)
    name = list(range(nodes))
    rng.shuffle(name)
    return (nodes, [(name[i - 1], name[i], rng.randint(1, LARGEST_WEIGHT)) for i in range(nodes - 1, 0, -1)])


def wide(n, rng):
    """Three quarters of the size are nodes without an edge, all ready at once; a small graph hides among them."""
    core = max(2, n // 12)
    name = list(range(core + 3 * n // 4))
    rng.shuffle(name)
    steps = []
    for _ in range(max(1, n - len(name))):
        a = rng.randrange(core - 1)
        b = rng.randint(a + 1, min(core - 1, a + 1 + core // 4))
        steps.append((name[a], name[b], rng.randint(-1000, 1000)))
    return (len(name), steps)


def validate(n, edges):
    if type(n) is not int or n < 0 or n + len(edges) > 400_000:
        raise ValueError("n must be an int of at least 0, and n + len(edges) at most 400 000")
    outgoing = [[] for _ in range(n)]
    waiting = [0] * n
    for i, (u, v, w) in enumerate(edges):
        if not (0 <= u < n and 0 <= v < n) or u == v:
            raise ValueError(f"edges[{i}] = {(u, v, w)} does not join two different nodes")
        if type(w) is not int or abs(w) > LARGEST_WEIGHT:
            raise ValueError(f"edges[{i}]: the weight {w!r} is not an int between -10^9 and 10^9")
        outgoing[u].append(v)
        waiting[v] += 1
    ready = [u for u in range(n) if waiting[u] == 0]
    for u in ready:  # grows while it is read
        for v in outgoing[u]:
            waiting[v] -= 1
            if waiting[v] == 0:
                ready.append(v)
    if len(ready) < n:
        raise ValueError("the graph has a cycle")
