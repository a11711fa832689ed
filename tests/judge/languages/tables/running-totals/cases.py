"""Tables of orders; ids come in any order."""


def samples():
    rows = [(2, "Ada", 5), (1, "Ada", 3), (3, "Bob", 4)]
    return [{"input": (rows,), "answer": [(1, 3, 8), (2, 8, 8), (3, 4, 4)]}]


def edges(rng):
    return [
        ("no order", ([],)),
        ("one order", ([(7, "Ada", 1)],)),
        ("negative", ([(1, "Ada", -4), (2, "Ada", 4)],)),
    ]


def one_customer(n, rng):
    return ([(i, "Ada", rng.randrange(1000)) for i in rng.sample(range(n), n)],)


def five_customers(n, rng):
    names = ("Ada", "Bob", "Cy", "Dee", "Eve")
    return ([(i, rng.choice(names), rng.randrange(1000)) for i in rng.sample(range(n), n)],)


def validate(tables):
    (orders,) = tables
    if len({i for i, _, _ in orders}) < len(orders):
        raise ValueError("an id is there twice")
