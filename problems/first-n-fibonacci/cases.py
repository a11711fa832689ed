"""Inputs of first-n-fibonacci: n is the only dimension there is."""

LARGEST = 20_000


def samples():
    return [
        {
            "input": (7,),
            "answer": [0, 1, 1, 2, 3, 5, 8],
            "note": "Seven numbers, from F(0) = 0 to F(6) = 8.",
        },
        {
            "input": (1,),
            "answer": [0],
            "note": "One number is the first one, 0. The 1 that the recurrence also starts with is not asked for.",
        },
        {
            "input": (0,),
            "answer": [],
            "note": "No numbers.",
        },
    ]


def edges(rng):
    return [
        ("two", (2,)),
        ("three", (3,)),
        ("four", (4,)),
        ("twenty", (20,)),
        ("where floats begin to round", (82,)),
        ("the last that fits 64 bits with a sign", (93,)),
        ("the first that does not", (94,)),
        ("past 64 bits without a sign", (95,)),
        ("past a float's range", (1480,)),
        ("some in between", (rng.randrange(200, 400),)),
    ]


def first_n(n, rng):
    return (n,)


def few(n, rng):
    return (n,)


def validate(n):
    if type(n) is not int or not 0 <= n <= LARGEST:
        raise ValueError(f"n must be an integer from 0 to {LARGEST}")
