"""Tables of sql-matching-categories: (scores,); a row is (id, category, value)."""

MOST = 200_000
LARGEST = 10**9


def samples():
    return [
        {
            "input": (
                [
                    (1, "taste", 7),
                    (1, "price", 5),
                    (1, "speed", 7),
                    (2, "taste", 4),
                    (2, "price", 6),
                    (3, "price", 9),
                    (3, "price", 9),
                ],
            ),
            "answer": [(1,)],
            "note": "1 has the value 7 for taste and for speed. 2 has no value twice, and 3 has one twice, but in one category.",
        },
        {
            "input": (
                [
                    (4, "taste", None),
                    (4, "price", None),
                    (5, "taste", 3),
                    (5, "taste", 8),
                    (5, "price", 8),
                    (5, "speed", 3),
                    (6, None, 2),
                    (6, "speed", 2),
                    (None, "taste", 1),
                    (None, "price", 1),
                ],
            ),
            "answer": [(5,)],
            "note": "5 matches in 8 and again in 3, and is there once. Unknown values match nothing (4), a row without a category is of "
            "none (6), and rows without an id are of nothing.",
        },
    ]


def edges(rng):
    names = ("a", "b", "c", "d")
    crowd = [(rng.randrange(12), rng.choice(names), rng.randrange(9)) for _ in range(60)]
    holes = [(rng.choice((None, 1, 2, 3, 4)), rng.choice((None, "a", "b")), rng.choice((None, 0, 1, 2))) for _ in range(24)]
    return [
        ("no rows", ([],)),
        ("one row", ([(1, "a", 1)],)),
        ("two categories, equal", ([(1, "a", 1), (1, "b", 1)],)),
        ("two categories, different", ([(1, "a", 1), (1, "b", 2)],)),
        ("one row three times", ([(1, "a", 1)] * 3,)),
        ("one category, one value, and another category", ([(1, "a", 1), (1, "a", 1), (1, "b", 2)],)),
        ("a match among duplicates", ([(1, "a", 1), (1, "a", 1), (1, "b", 1), (1, "b", 1)],)),
        ("equal values of two ids", ([(1, "a", 5), (2, "b", 5)],)),
        ("the first and the third", ([(1, "a", 4), (1, "b", 9), (1, "c", 4)],)),
        ("two of four match, two others do not", ([(1, "a", 1), (1, "b", 2), (1, "c", 1), (1, "d", 3)],)),
        ("two pairs match", ([(1, "a", 1), (1, "b", 2), (1, "c", 1), (1, "d", 2)],)),
        ("all of four match", ([(1, name, 0) for name in names],)),
        ("all but one match", ([(1, "a", 1), (1, "b", 1), (1, "c", 2)],)),
        ("a second value that matches", ([(1, "a", 1), (1, "a", 2), (1, "b", 2)],)),
        ("values that cross", ([(1, "a", 1), (1, "a", 2), (1, "b", 3), (1, "b", 1)],)),
        ("unknown values alone", ([(1, "a", None), (1, "b", None)],)),
        ("unknown beside 0", ([(1, "a", None), (1, "b", 0)],)),
        ("unknown beside a match", ([(1, "a", None), (1, "b", 3), (1, "c", 3)],)),
        ("no category beside one", ([(1, None, 3), (1, "a", 3)],)),
        ("no category twice", ([(1, None, 3), (1, None, 3)],)),
        ("no category beside two", ([(1, None, 3), (1, "a", 3), (1, "b", 3)],)),
        ("the empty text is a category", ([(1, "", 3), (1, "a", 3)],)),
        ("nobody's rows", ([(None, "a", 1), (None, "b", 1)],)),
        ("capitals and blanks", ([(1, "a", 1), (1, "A", 1), (2, "a", 1), (2, "a ", 1)],)),
        ("values 0 and below", ([(0, "a", 0), (0, "b", 0), (-1, "a", -5), (-1, "b", 5)],)),
        ("the largest values", ([(1, "a", LARGEST), (1, "b", -LARGEST), (2, "a", LARGEST), (2, "b", LARGEST)],)),
        ("a category like a value", ([(1, "1", 1), (1, "2", 1), (2, "1", 2), (2, "2", 1)],)),
        ("a crowd", (crowd,)),
        ("a crowd, twice", (crowd + crowd[::-1],)),
        ("holes everywhere", (holes,)),
    ]


def one_value(n, rng):
    return ([(1, rng.choice(("even", "odd")), 5) for _ in range(n)],)


def no_match(n, rng):
    rows = []
    for id in range(max(1, n // 2)):
        first = rng.randrange(1000)
        rows += [(id, "price", first), (id, "taste", first + rng.randrange(1, 50))]
    rng.shuffle(rows)
    return (rows,)


def validate(tables):
    (scores,) = tables
    if len(scores) > MOST:
        raise ValueError(f"more than {MOST:,} rows")
    for i, (_, category, value) in enumerate(scores):
        if category is not None and len(category) > 20:
            raise ValueError(f"row {i} has the category {category!r}, longer than 20 characters")
        if value is not None and abs(value) > LARGEST:
            raise ValueError(f"row {i} has the value {value}, not from -10**9 to 10**9")
