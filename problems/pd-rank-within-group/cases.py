"""Inputs of pd-rank-within-group: (scores,)."""

import numpy as np
import pandas as pd

MOST = 800_000
COLUMNS = {"team": "text", "player": "int64", "points": "float64"}


def table(team, player, points, index=None):
    columns = {
        "team": pd.Series(team, dtype=object),
        "player": pd.Series(player, dtype="int64"),
        "points": pd.Series(points, dtype="float64"),
    }
    scores = pd.DataFrame(columns)
    if index is not None:
        scores.index = index
    return (scores,)


def answer(team, player, points, place, number):
    return table(team, player, points)[0].assign(place=pd.Series(place, dtype="int64"), number=pd.Series(number, dtype="int64"))


def samples():
    return [
        {
            "input": table(["red", "blue", "red", "red", "blue"], [7, 3, 5, 9, 4], [10.0, 6.5, 12.0, 10.0, 8.0]),
            "answer": answer(
                ["blue", "blue", "red", "red", "red"], [4, 3, 5, 7, 9], [8.0, 6.5, 12.0, 10.0, 10.0], [1, 2, 1, 2, 2], [2, 1, 2, 1, 3]
            ),
            "note": "In team red player 5 is first with 12 points. Players 7 and 9 share place 2; a next one would have place 4. "
            "`number` counts the rows of a team from the top of the given table: player 7 was red's first, 9 its third.",
        },
        {
            "input": table(["red", None, "red", None, "red"], [1, 2, 3, 4, 5], [None, 3.0, 4.0, 3.5, None]),
            "answer": answer(
                ["red", "red", "red", None, None], [3, 1, 5, 4, 2], [4.0, None, None, 3.5, 3.0], [1, 2, 2, 1, 2], [2, 1, 3, 2, 1]
            ),
            "note": "Players 1 and 5 have no points: both stand behind everybody else of their team, on place 2. Players 2 and 4 have "
            "no team: they are ranked among each other, and come last.",
        },
    ]


def edges(rng):
    def points(n, few):
        return [float(rng.randrange(few)) if rng.random() < 0.8 else None for _ in range(n)]

    mixed = [rng.choice(["a", "b", "c", None]) for _ in range(60)]
    long_tie = [1.0] * 40 + [2.0] * 40
    rng.shuffle(long_tie)
    return [
        ("empty", table([], [], [])),
        ("one row", table(["a"], [1], [2.5])),
        ("one row without points", table(["a"], [1], [None])),
        ("one row without a team", table([None], [1], [2.5])),
        ("nobody has a team", table([None] * 3, [1, 2, 3], [1.0, 3.0, 2.0])),
        ("nobody has points", table(["a", "b", "a"], [1, 2, 3], [None, None, None])),
        ("all level", table(["a"] * 5, [5, 4, 3, 2, 1], [1.0] * 5)),
        ("two pairs level", table(["a"] * 5, [1, 2, 3, 4, 5], [3.0, 2.0, 3.0, 2.0, 1.0])),
        ("rising", table(["a"] * 4, [1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0])),
        ("falling", table(["a"] * 4, [1, 2, 3, 4], [4.0, 3.0, 2.0, 1.0])),
        ("below zero", table(["a"] * 4, [1, 2, 3, 4], [-1.0, 0.0, -2.5, -0.0])),
        ("nearly level", table(["a", "a"], [1, 2], [0.3, 0.1 + 0.2])),
        ("teams like one another", table(["A", "a", "a ", "", "A"], [1, 2, 3, 4, 5], [1.0] * 5)),
        ("a team called nan", table(["nan", None, "None", "nan"], [1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0])),
        ("teams that sort as text", table(["10", "9", "2", "10"], [1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0])),
        ("one player twice", table(["a", "a", "b"], [1, 1, 1], [2.0, 2.0, 2.0])),
        ("labels twice", table(["a", "b", "a", "b"], [1, 2, 3, 4], [1.0, 2.0, 3.0, 4.0], index=[5, 5, 0, 5])),
        ("labels of text", table(["a", "b", "a"], [1, 2, 3], [1.0, 2.0, 3.0], index=["z", "y", "x"])),
        ("long ties", table(["a", "b"] * 40, list(range(80)), long_tie)),
        ("a bit of all", table(mixed, list(range(60)), points(60, 6))),
        ("a bit of all, sorted", table(sorted(mixed, key=str), list(range(60)), points(60, 6))),
    ]


def many_teams(n, rng):
    made = np.random.default_rng(rng.getrandbits(64))
    names = np.array([f"team {number:05d}" for number in made.permutation(max(n // 400, 2))], dtype=object)
    points = made.integers(0, 60, n) / 2.0
    points[made.random(n) < 0.02] = np.nan
    return table(names[made.integers(0, len(names), n)], made.permutation(n), points)


def one_team(n, rng):
    made = np.random.default_rng(rng.getrandbits(64))
    points = np.round(np.arange(n) * 3 + made.random(n) * 300, 2)
    return table(np.full(n, "all", dtype=object), made.permutation(n), points)


def validate(scores):
    if type(scores) is not pd.DataFrame or list(scores.columns) != list(COLUMNS):
        raise ValueError("scores must be a data frame with the columns team, player, points")
    if len(scores) > MOST:
        raise ValueError(f"scores has {len(scores):,} rows, at most {MOST:,} are allowed")
    for name, dtype in list(COLUMNS.items())[1:]:
        if str(scores[name].dtype) != dtype:
            raise ValueError(f"column {name} has the dtype {scores[name].dtype}, not {dtype}")
    known = scores["team"].dropna()
    if not known.map(type).eq(str).all():
        raise ValueError("column team holds something that is neither text nor missing")
    if not np.isfinite(scores["points"].dropna()).all():
        raise ValueError("points may be missing, but not infinite")
