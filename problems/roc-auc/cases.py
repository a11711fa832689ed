"""Inputs of roc-auc: (y, s)."""

from math import nan

MOST = 200_000
LIMIT = 1e300


def samples():
    return [
        {
            "input": ([1, 0, 1, 0, 0], [0.9, 0.8, 0.3, 0.2, 0.1]),
            "answer": 5 / 6,
            "note": "Six pairs. The positive example with 0.9 wins all three of its own; the one with 0.3 wins against 0.2 and 0.1 and loses against 0.8.",
        },
        {
            "input": ([0, 1, 1, 0], [0.5, 0.5, 0.7, 0.1]),
            "answer": 0.875,
            "note": "Four pairs: 0.7 wins twice, 0.5 wins once and is level once. (1 + 1 + 1 + 0.5) / 4 = 0.875.",
        },
        {
            "input": ([1, 1], [0.25, 0.75]),
            "answer": nan,
            "note": "There is no negative example, so there are no pairs to take the mean of.",
        },
    ]


def edges(rng):
    labels = [rng.randrange(2) for _ in range(40)] + [0, 1]
    grades = [float(rng.randrange(5)) for _ in labels]
    return [
        ("no examples", ([], [])),
        ("one positive", ([1], [0.5])),
        ("one negative", ([0], [0.5])),
        ("negatives only", ([0, 0, 0], [0.1, 0.2, 0.3])),
        ("one pair, right", ([0, 1], [0.2, 0.4])),
        ("one pair, wrong", ([1, 0], [0.2, 0.4])),
        ("one pair, level, positive first", ([1, 0], [0.4, 0.4])),
        ("one pair, level, negative first", ([0, 1], [0.4, 0.4])),
        ("all level", ([1, 0, 0, 1, 0], [3.0] * 5)),
        ("perfect", ([0, 0, 1, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.5])),
        ("upside down", ([1, 1, 0, 0, 0], [0.1, 0.2, 0.3, 0.4, 0.5])),
        ("worse than a coin", ([1, 0, 1, 0], [0.1, 0.2, 0.15, 0.12])),
        ("one positive among many", ([0] * 10 + [1] + [0] * 10, [float(i) for i in range(21)])),
        ("one positive, level with some", ([1, 0, 0, 0, 0], [2.0, 2.0, 2.0, 1.0, 3.0])),
        ("ties of positives alone", ([1, 1, 0, 0, 1], [0.6, 0.6, 0.5, 0.7, 0.6])),
        ("negative scores", ([1, 0, 1, 0], [-1.5, -2.5, -0.5, -1.0])),
        ("zeros of both signs", ([1, 0, 1, 0], [0.0, -0.0, -0.0, 0.0])),
        ("nearly equal", ([0, 1], [0.1 + 0.2, 0.3])),
        ("the last bit apart", ([1, 0], [1.0000000000000002, 1.0])),
        ("largest scores", ([1, 0, 1, 0], [LIMIT, -LIMIT, -LIMIT, LIMIT])),
        ("smallest scores", ([1, 0, 0], [5e-324, 0.0, 1e-310])),
        ("grades from 0 to 4", (labels, grades)),
        ("the same in another order", (labels[::-1], grades[::-1])),
        ("certain of everything", ([1, 1, 0, 0, 1, 0], [1.0, 1.0, 0.0, 1.0, 0.0, 0.0])),
    ]


def weak_model(n, rng):
    y = [i % 2 for i in range(n)]
    rng.shuffle(y)
    return (y, [rng.random() + 0.2 * label for label in y])


def coarse_scores(n, rng):
    y = [1 if rng.random() < 0.4 else 0 for _ in range(n)]
    y[:2] = [0, 1]
    return (y, [round(min(1.0, 0.7 * rng.random() + 0.3 * label), 1) for label in y])


def falling(n, rng):
    y = [rng.randrange(2) for _ in range(n)]
    y[:2] = [1, 0]
    return (y, sorted((rng.random() for _ in range(n)), reverse=True))


def validate(y, s):
    if type(y) is not list or type(s) is not list or len(y) != len(s):
        raise ValueError("y and s must be lists of one length")
    if len(y) > MOST:
        raise ValueError(f"there are {len(y):,} examples, at most {MOST:,} are allowed")
    for i, (label, score) in enumerate(zip(y, s, strict=True)):
        if type(label) is not int or label not in (0, 1):
            raise ValueError(f"y[{i}] is {label!r}, neither 0 nor 1")
        if type(score) is not float or not abs(score) <= LIMIT:
            raise ValueError(f"s[{i}] is {score!r}, not a float between -1e300 and 1e300")
