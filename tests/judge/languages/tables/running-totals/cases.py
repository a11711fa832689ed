"""Tables of orders; ids come in any order."""


def table(rows):
    return "orders(id INTEGER, customer TEXT, amount INTEGER)\n" + "".join(f"{i},{c},{a}\n" for i, c, a in rows)


def samples():
    rows = [(2, "Ada", 5), (1, "Ada", 3), (3, "Bob", 4)]
    return [{"input": table(rows), "answer": "id,running,total\n1,3,8\n2,8,8\n3,4,4\n"}]


def edges(rng):
    return [("one order", table([(7, "Ada", 1)])), ("negative", table([(1, "Ada", -4), (2, "Ada", 4)]))]


def one_customer(n, rng):
    return table((i, "Ada", rng.randrange(1000)) for i in rng.sample(range(n), n))


def five_customers(n, rng):
    names = ("Ada", "Bob", "Cy", "Dee", "Eve")
    return table((i, rng.choice(names), rng.randrange(1000)) for i in rng.sample(range(n), n))


def validate(text):
    if not text.startswith("orders("):
        raise ValueError("not the table")
