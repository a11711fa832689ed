"""Inputs of train-test-split-30-70: a list of calls (rows, seed)."""

MOST_ROWS = 300_000
MOST_SEED = 2**32


def ids(n, first=0):
    return [{"id": first + i} for i in range(n)]


def samples():
    ten = [{"user": 100 + i, "clicks": i * i % 7} for i in range(10)]
    five = [{"user": 1}, {"user": 2}, {"user": 2}, {"user": 2}, {"user": 3}]
    return [
        {
            "input": [(ten, 7)],
            "answer": [([ten[i] for i in (0, 1, 3, 4, 6, 8, 9)], [ten[i] for i in (2, 5, 7)])],
            "note": "Three of ten rows are for testing. Any three are right here, if a second run with the seed 7 chooses the same.",
        },
        {
            "input": [(five, 0), (five, 1), ([{"user": 9}], 0)],
            "answer": [
                ([five[0], five[1], five[4]], [five[2], five[3]]),
                ([five[1], five[2], five[3]], [five[0], five[4]]),
                ([{"user": 9}], []),
            ],
            "note": "Three calls in one program. 30 % of five is 1.5, rounded up to 2. The three equal rows are three rows: in the "
            "first split two of them are tested and one is not. 30 % of one row is no row.",
        },
    ]


def edges(rng):
    a, b = ids(12), ids(12, 500)
    same = [{"x": 1, "y": 2}] * 20
    return [
        ("no rows", [([], 3)]),
        *((f"{n} rows", [(ids(n), rng.randrange(MOST_SEED))]) for n in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 15, 25, 35)),
        ("every size up to 40", [(ids(n), n) for n in range(41)]),
        ("largest seed", [(ids(10), MOST_SEED - 1)]),
        ("the same again", [(a, 7), (a, 8), (a, 7), (b, 8), (a, 8), (b, 8)]),
        ("all rows equal", [(same, 5)]),
        ("equal rows among others", [([*same[:4], *ids(6), *same[:3]], 2)]),
        ("rows without entries", [([{}, {}, {}, {"a": 0}, {}], 1)]),
        ("rows of different keys", [([{"a": 1}, {"b": 1}, {"a": 1, "b": 1}, {"b": 1, "c": -(10**20)}, {"a": 0}], 4)]),
    ]


def many_rows(n, rng):
    return [(ids(n, rng.randrange(10**6)), rng.randrange(MOST_SEED))]


def equal_rows(n, rng):
    kinds = [{"group": kind, "weight": rng.randrange(100)} for kind in range(5)]
    return [([rng.choice(kinds) for _ in range(n)], rng.randrange(MOST_SEED))]


def many_seeds(n, rng):
    return [(ids(6), seed) for seed in seeds(n, rng)]


def longer_lists(n, rng):
    return [(ids(20), seed) for seed in seeds(n, rng)]


def seeds(n, rng):
    """Half of them one after the other, as people count."""
    first = rng.randrange(10**6)
    return [*range(first, first + n // 2), *rng.sample(range(2**31, MOST_SEED), n - n // 2)]


def validate(rows, seed):
    if type(rows) is not list or len(rows) > MOST_ROWS:
        raise ValueError(f"rows must be a list of at most {MOST_ROWS} dicts")
    for at, row in enumerate(rows):
        if type(row) is not dict or len(row) > 10:
            raise ValueError(f"rows[{at}] is no dict of at most 10 entries")
        if any(type(key) is not str or type(value) is not int for key, value in row.items()):
            raise ValueError(f"rows[{at}] is {row!r}: its keys must be text and its values ints")
    if type(seed) is not int or not 0 <= seed < MOST_SEED:
        raise ValueError(f"seed is {seed!r}, not an int from 0 to 2**32 - 1")
