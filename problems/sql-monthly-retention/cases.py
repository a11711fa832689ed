"""Tables of sql-monthly-retention: (activity,); a row of activity is (user_id, dt)."""

from datetime import date, datetime, timedelta

MOST = 200_000
FIRST, LAST = datetime(1900, 1, 1), datetime(2199, 12, 31, 23, 59, 59)


def day(text, hour=12, minute=0, second=0):
    year, month, number = map(int, text.split("-"))
    return datetime(year, month, number, hour, minute, second)


def month(text):
    return date.fromisoformat(text + "-01")


def samples():
    activity = [
        (1, day("2024-01-05")),
        (2, day("2024-01-31", 23, 59, 59)),
        (1, day("2024-02-01", 0)),
        (1, day("2024-02-17")),
        (3, day("2024-02-20")),
        (3, day("2024-04-02")),
        (None, day("2024-04-03")),
    ]
    years = [
        (7, day("2023-12-24")),
        (8, day("2023-12-25")),
        (9, day("2023-01-02")),
        (7, day("2024-01-02")),
        (9, day("2024-01-02")),
    ]
    return [
        {
            "input": (activity,),
            "answer": [
                (month("2024-01"), 2, 0, None),
                (month("2024-02"), 2, 1, 0.5),
                (month("2024-04"), 1, 0, None),
            ],
            "note": "In February user 1 is back, one of the two of January; user 3 is new. Nobody was active in March, so that April has "
            "nobody to retain, though user 3 was there two months ago. The row without a user counts for nothing.",
        },
        {
            "input": (years,),
            "answer": [
                (month("2023-01"), 1, 0, None),
                (month("2023-12"), 2, 0, None),
                (month("2024-01"), 2, 1, 0.5),
            ],
            "note": "January follows December. That user 9 was active in January of the year before is no retention.",
        },
    ]


def edges(rng):
    noon = day("2024-05-15")
    crowd = [
        (rng.randrange(6), day("2023-10-01", 0) + timedelta(minutes=rng.randrange(60 * 24 * 200))) for _ in range(90)
    ]
    holes = [(rng.choice([None, 1, 2, 3]), rng.choice([None, noon, noon + timedelta(days=31)])) for _ in range(40)]
    return [
        ("no rows", ([],)),
        ("one row", ([(1, noon)],)),
        ("one row, logged five times", ([(1, noon)] * 5,)),
        ("nobody's rows alone", ([(None, noon), (None, noon + timedelta(days=31))],)),
        ("rows without a time", ([(1, None), (1, noon), (2, None)],)),
        ("no user and no time, here and there", (holes,)),
        ("one month only", ([(user, noon + timedelta(hours=user)) for user in range(5)],)),
        ("everybody comes back", ([(user, noon + timedelta(days=31 * at)) for user in range(4) for at in range(3)],)),
        ("nobody comes back", ([(at, noon + timedelta(days=31 * at)) for at in range(4)],)),
        (
            "two of three come back",
            ([(1, noon), (2, noon), (3, noon), (1, day("2024-06-01", 0)), (3, day("2024-06-30"))],),
        ),
        (
            "many rows for few users",
            (
                [
                    (user, noon + timedelta(days=31 * at, hours=h))
                    for user in (1, 2)
                    for at in (0, 1)
                    for h in range(user * 9)
                ],
            ),
        ),
        ("a gap of a month", ([(1, day("2024-01-10")), (2, day("2024-01-10")), (1, day("2024-03-10"))],)),
        (
            "gaps, then together",
            ([(1, day("2024-01-10")), (1, day("2024-03-10")), (1, day("2024-04-10")), (2, day("2024-04-11"))],),
        ),
        ("the same months, a year apart", ([(1, day("2023-04-10")), (1, day("2024-05-10")), (2, day("2024-04-10"))],)),
        ("a year and a month apart", ([(1, day("2022-12-10")), (1, day("2024-01-10")), (2, day("2023-12-01"))],)),
        ("across new year", ([(1, day("2023-12-31", 23, 59, 59)), (1, day("2024-01-01", 0)), (2, day("2023-12-31"))],)),
        (
            "the last second and the first",
            (
                [
                    (1, day("2024-02-29", 23, 59, 59)),
                    (2, day("2024-03-01", 0)),
                    (1, day("2024-03-31", 23, 59, 59)),
                    (2, day("2024-04-01", 0)),
                ],
            ),
        ),
        ("less than 31 days, two months apart", ([(1, day("2023-01-31")), (1, day("2023-03-01"))],)),
        ("61 days, and one month", ([(1, day("2023-07-01", 0)), (1, day("2023-08-31"))],)),
        ("users of number zero and below", ([(0, noon), (-5, noon), (0, noon + timedelta(days=31))],)),
        ("large numbers", ([(2**60, noon), (2**60 + 1, noon), (2**60, noon + timedelta(days=31))],)),
        ("the first and the last day", ([(1, FIRST), (1, LAST), (1, FIRST + timedelta(days=31))],)),
        (
            "newest first",
            (
                sorted(
                    ((at % 3, noon + timedelta(days=20 * at)) for at in range(20)), key=lambda row: row[1], reverse=True
                ),
            ),
        ),
        ("a crowd", (crowd,)),
        ("a crowd, logged twice", (crowd + crowd[::-1],)),
    ]


def busy_users(n, rng):
    starts = [day("2024-01-01", 0), day("2024-02-01", 0), day("2024-03-01", 0)]
    rows = [(at % 10, starts[at // 10 % 3] + timedelta(seconds=rng.randrange(28 * 86400))) for at in range(n)]
    rng.shuffle(rows)
    return (rows,)


def many_users(n, rng):
    start, rows = day("2022-01-01", 0), []
    for user in range(max(1, n // 3 + 1)):
        at = start + timedelta(seconds=rng.randrange(700 * 86400))
        rows += [
            (user, at),
            (user, at + timedelta(days=rng.choice((1, 28, 31, 45)))),
            (user, at + timedelta(days=rng.randrange(90))),
        ]
    rng.shuffle(rows)
    return (rows[:n],)


def validate(tables):
    (activity,) = tables
    if len(activity) > MOST:
        raise ValueError(f"activity has {len(activity):,} rows, at most {MOST:,} are allowed")
    for number, (_, dt) in enumerate(activity, 1):
        if dt is not None and not FIRST <= dt <= LAST:
            raise ValueError(f"row {number} of activity: {dt} does not lie in the years 1900 to 2199")
        if dt is not None and dt.microsecond:
            raise ValueError(f"row {number} of activity: {dt} is not a time in whole seconds")
