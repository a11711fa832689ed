"""Tables of sql-latest-event-per-user: (events,); a row is (user_id, event_time, event_type)."""

from datetime import datetime, timedelta

MOST = 200_000
NOON = datetime(2024, 3, 1, 12)
TYPES = ("buy", "click", "log_in", "log_out", "search", "view")
LETTERS = set("abcdefghijklmnopqrstuvwxyz_")


def at(seconds):
    return NOON + timedelta(seconds=seconds)


def samples():
    return [
        {
            "input": (
                [
                    (1, datetime(2024, 3, 1, 9, 30), "view"),
                    (2, datetime(2024, 3, 1, 8, 0), "log_in"),
                    (1, datetime(2024, 3, 2, 7, 15), "search"),
                    (1, datetime(2024, 2, 29, 23, 59, 59), "buy"),
                ],
            ),
            "answer": [(1, datetime(2024, 3, 2, 7, 15), "search"), (2, datetime(2024, 3, 1, 8, 0), "log_in")],
            "note": "User 1's search is the latest of three events, though neither its type nor its row is the last.",
        },
        {
            "input": (
                [
                    (7, datetime(2024, 3, 1, 12, 0), "view"),
                    (7, datetime(2024, 3, 1, 12, 0), "click"),
                    (7, datetime(2024, 3, 1, 12, 0), "click"),
                    (8, None, "buy"),
                    (None, datetime(2024, 3, 5, 12, 0), "view"),
                    (9, None, "view"),
                    (9, datetime(2024, 1, 1), "view"),
                ],
            ),
            "answer": [(7, datetime(2024, 3, 1, 12, 0), "click"), (9, datetime(2024, 1, 1), "view")],
            "note": "Two types at User 7's latest time: `click` comes first in the alphabet, and once is enough. User 8 has no event "
            "with a time, and one event is nobody's.",
        },
    ]


def edges(rng):
    crowd = [(rng.randrange(6), at(rng.randrange(8)), rng.choice(TYPES)) for _ in range(90)]
    holes = [(rng.choice((None, 1, 2, 3)), rng.choice((None, at(0), at(1))), rng.choice(TYPES)) for _ in range(60)]
    return [
        ("no events", ([],)),
        ("one event", ([(5, at(0), "view")],)),
        ("nobody's alone", ([(None, at(0), "view"), (None, at(1), "buy")],)),
        ("no times at all", ([(1, None, "view"), (2, None, "buy")],)),
        ("neither user nor time", ([(None, None, "view")],)),
        ("one row five times", ([(3, at(9), "click")] * 5,)),
        ("a tie, first in the alphabet last", ([(1, at(5), "view"), (1, at(5), "search"), (1, at(5), "buy")],)),
        ("a tie, first in the alphabet first", ([(1, at(5), "buy"), (1, at(5), "view")],)),
        ("a tie, but not at the latest time", ([(1, at(1), "buy"), (1, at(1), "view"), (1, at(2), "view")],)),
        ("a type that begins like the other", ([(1, at(0), "log_out"), (1, at(0), "log")],)),
        ("an underscore sorts before letters", ([(1, at(0), "loga"), (1, at(0), "log_a")],)),
        ("the earliest row is the latest event", ([(1, at(9), "view"), (1, at(3), "view"), (1, at(1), "view")],)),
        ("a second apart", ([(1, at(0), "buy"), (1, at(1), "view"), (2, at(1), "buy"), (2, at(0), "view")],)),
        ("two users at the same time", ([(1, at(0), "view"), (2, at(0), "buy")],)),
        ("a NULL beside a time", ([(1, None, "buy"), (1, at(0), "view"), (1, None, "click")],)),
        ("users 0 and below", ([(0, at(0), "view"), (-1, at(1), "buy"), (-1, at(0), "buy")],)),
        ("far users", ([(2**62, at(0), "view"), (-(2**62), at(0), "buy"), (2**62, at(1), "buy")],)),
        ("the years 1970 and 2100", ([(1, datetime(1970, 1, 1), "buy"), (1, datetime(2099, 12, 31, 23, 59, 59), "view")],)),
        ("midnight", ([(1, datetime(2024, 3, 1), "view"), (1, datetime(2024, 2, 29, 23, 59, 59), "buy")],)),
        ("many users in a crowd, many ties", (crowd,)),
        ("holes everywhere", (holes,)),
    ]


def one_user(n, rng):
    return ([(1, at(second), rng.choice(TYPES)) for second in rng.choices(range(10 * n), k=n)],)


def a_user_each(n, rng):
    return ([(user, at(rng.randrange(10**6)), rng.choice(TYPES)) for user in rng.sample(range(10 * n), n)],)


def validate(tables):
    (events,) = tables
    if len(events) > MOST:
        raise ValueError(f"more than {MOST:,} rows")
    for i, (_, time, kind) in enumerate(events):
        if kind is None or not 1 <= len(kind) <= 20 or set(kind) - LETTERS:
            raise ValueError(f"row {i} has the type {kind!r}, not 1 to 20 of a-z and _")
        if time is not None and (time.microsecond or not 1970 <= time.year < 2100):
            raise ValueError(f"row {i} has the time {time}, not whole seconds between the years 1970 and 2100")
