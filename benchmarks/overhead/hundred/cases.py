"""One hundred hidden cases that cost nothing to solve: what is left is the judge."""


def samples():
    return [{"input": (1, 2), "answer": 3, "note": "one and two"}]


def edges(rng):
    return [(f"pair {i}", (rng.randrange(10**6), rng.randrange(10**6))) for i in range(100)]


def digits(n, rng):
    return (rng.randrange(10**n), rng.randrange(10**n))


def validate(a, b):
    if not isinstance(a, int) or not isinstance(b, int):
        raise ValueError("two integers")
