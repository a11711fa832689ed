"""Inputs of chunk-with-overlap: (tokens, size, overlap)."""

MOST = 10**12
MOST_CHUNKS = 300_001


def samples():
    return [
        {
            "input": (10, 4, 1),
            "answer": [(0, 4), (3, 7), (6, 10)],
            "note": "Each chunk shares one token with the next. The third reaches the end of the document and is the last: "
            "(9, 10) would lie within it.",
        },
        {
            "input": (11, 4, 1),
            "answer": [(0, 4), (3, 7), (6, 10), (9, 11)],
            "note": "One token more, and a fourth chunk is needed. It ends with the document.",
        },
        {
            "input": (5, 3, 3),
            "answer": [(0, 3), (1, 4), (2, 5)],
            "note": "An overlap of 3 leaves nothing new for the next chunk of 3: each starts one token after the one before.",
        },
    ]


def edges(rng):
    size = rng.randrange(20, 40)
    overlap = rng.randrange(1, 15)
    return [
        ("no tokens", (0, 5, 2)),
        ("no tokens, an overlap too large", (0, 1, 1)),
        ("one token", (1, 5, 2)),
        ("one token in a chunk of one", (1, 1, 0)),
        ("fewer than a chunk holds", (4, 5, 2)),
        ("as many as a chunk holds", (5, 5, 2)),
        ("one more than a chunk holds", (6, 5, 2)),
        ("no overlap, a whole number of chunks", (12, 4, 0)),
        ("no overlap, one token left", (13, 4, 0)),
        ("no overlap, one token missing", (11, 4, 0)),
        ("chunks of one", (6, 1, 0)),
        ("chunks of one, an overlap of one", (6, 1, 1)),
        ("a step of one", (9, 4, 3)),
        ("an overlap of half", (20, 8, 4)),
        ("more overlap than new tokens", (20, 8, 6)),
        ("the last chunk fits", (22, 10, 4)),
        ("the last chunk holds one new token", (23, 10, 4)),
        ("the last chunk lacks one token", (21, 10, 4)),
        ("an overlap of the size", (12, 5, 5)),
        ("an overlap beyond the size", (12, 5, 9)),
        ("an overlap beyond everything", (12, 5, MOST)),
        ("a large overlap, and one chunk", (5, 5, 9)),
        ("a chunk beyond everything", (7, MOST, 3)),
        ("the largest document in one chunk", (MOST, MOST, 0)),
        ("the largest document in two", (MOST, MOST - 1, MOST - 2)),
        ("the largest document in a few", (MOST, 3 * 10**11, 10**11)),
        ("twelve thousand chunks", (24003, 4, 2)),
        ("a page", (2000, 400, 50)),
        ("some", (40 * size, size, overlap)),
        ("some and a token more", (size + 30 * (size - overlap) + 1, size, overlap)),
        ("some, to fit", (size + 30 * (size - overlap), size, overlap)),
    ]


def long_chunks(n, rng):
    step = n // 10 + 2
    overlap = n // 30
    return (step + overlap + (n - 1) * step - rng.randrange(step), step + overlap, overlap)


def step_of_one(n, rng):
    size = n // 10 + 2 + rng.randrange(3)
    return (size + n - 1, size, size - 1 + rng.randrange(3))


def validate(tokens, size, overlap):
    for name, value, least in (("tokens", tokens, 0), ("size", size, 1), ("overlap", overlap, 0)):
        if type(value) is not int or not least <= value <= MOST:
            raise ValueError(f"{name} is {value!r}, not an int from {least} to 10**12")
    step = max(1, size - overlap)
    if tokens > size + (MOST_CHUNKS - 1) * step:
        raise ValueError(f"these are more than {MOST_CHUNKS:,} chunks")
