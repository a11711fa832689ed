"""Inputs of sessionize: (rows, gap_minutes); a row is (user, second)."""

MOST = 200_000
LATEST = 10**10
NOON = 1_700_000_000


def samples():
    return [
        {
            "input": ([("ann", 3600), ("bob", 60), ("ann", 0), ("ann", 1800), ("ann", 5401)], 30),
            "answer": [("ann", 1, 0, 3600, 3), ("ann", 2, 5401, 5401, 1), ("bob", 1, 60, 60, 1)],
            "note": "Ann's first three events follow each other after exactly 30 minutes, which is still together, though the session lasts an "
            "hour. Then she is quiet for one second more.",
        },
        {
            "input": ([("eve", 100), ("", 110), ("eve", 100), ("eve", 40)], 1),
            "answer": [("eve", 1, 40, 100, 2)],
            "note": "The event at 100 was logged twice and counts once; the row without a user belongs to nobody.",
        },
    ]


def edges(rng):
    steps = [0, 59, 60, 61, 119, 120, 121, 180, 240, 301]
    shuffled = [("u", NOON + step) for step in steps]
    rng.shuffle(shuffled)
    crowd = [(rng.choice("abc"), rng.randrange(4000)) for _ in range(120)]
    return [
        ("no rows", ([], 30)),
        ("one row", ([("ann", 5)], 30)),
        ("nobody's rows alone", ([("", 1), ("", 2)], 30)),
        ("one event, logged five times", ([("ann", 7)] * 5, 1)),
        ("exactly the gap", ([("ann", 0), ("ann", 60)], 1)),
        ("a second more than the gap", ([("ann", 0), ("ann", 61)], 1)),
        ("one after the other, each exactly the gap", ([("ann", 60 * i) for i in range(12)], 1)),
        ("one after the other, each a second more", ([("ann", 61 * i) for i in range(12)], 1)),
        ("steps about a minute, shuffled", (shuffled, 1)),
        ("before 1970", ([("old", -3600), ("old", -7200), ("old", 0), ("old", -60)], 30)),
        ("across the year 1970", ([("old", -30), ("old", 30)], 1)),
        ("two users at the same second", ([("a", 10), ("b", 10), ("a", 10)], 5)),
        ("two users take turns", ([("a", 0), ("b", 50), ("a", 100), ("b", 150), ("a", 200)], 1)),
        ("names that differ in case and blanks", ([("ann", 0), ("Ann", 1), ("ann ", 2), ("ann", 3)], 1)),
        ("names like numbers", ([("10", 0), ("9", 0), ("010", 0)], 1)),
        ("nobody between two events", ([("ann", 0), ("", 50), ("ann", 100)], 1)),
        ("the latest and the earliest", ([("a", LATEST), ("a", -LATEST)], 10_000)),
        ("sessions longer than a day", ([("a", 600_000 * i) for i in range(5)], 10_000)),
        ("three users in a crowd", (crowd, 1)),
        ("a crowd, logged twice", (crowd + crowd[::-1], 2)),
    ]


def newest_first(n, rng):
    second, rows = NOON, []
    for _ in range(n):
        rows.append(("user", second))
        second -= rng.randrange(1, 60)
    return (rows, 30)


def many_users(n, rng):
    rows = []
    for i in range(max(1, n // 2)):
        second = NOON + rng.randrange(10**6)
        rows += [(f"user{i}", second), (f"user{i}", second + rng.choice((0, 30, 1800, 1801, 5000)))]
    rng.shuffle(rows)
    return (rows[:n], 30)


def far_apart(n, rng):
    rows = [("user", NOON + 3600 * i + rng.randrange(1000)) for i in range(n)]
    rng.shuffle(rows)
    return (rows, 30)


def validate(rows, gap_minutes):
    if type(gap_minutes) is not int or not 1 <= gap_minutes <= 10_000:
        raise ValueError(f"gap_minutes is {gap_minutes!r}, not an int from 1 to 10 000")
    if type(rows) is not list or len(rows) > MOST:
        raise ValueError(f"rows must be a list of at most {MOST:,} rows")
    for i, row in enumerate(rows):
        if type(row) is not tuple or len(row) != 2:
            raise ValueError(f"rows[{i}] is not a pair (user, second)")
        user, second = row
        if type(user) is not str or len(user) > 40:
            raise ValueError(f"rows[{i}] has {user!r} for its user, not a name of at most 40 characters")
        if type(second) is not int or abs(second) > LATEST:
            raise ValueError(f"rows[{i}] has {second!r} for its second, not an int from -10**10 to 10**10")
