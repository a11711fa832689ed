"""Inputs of clickstream-generator: a list of calls (n_users, days, seed)."""

import pandas as pd

MOST = 400_000
MOST_DAYS = 365
MOST_SEED = 2**32
COLUMNS = ["user_id", "session_id", "ts", "event", "device"]


def frame(*rows):
    made = pd.DataFrame(list(rows), columns=COLUMNS)
    made["ts"] = pd.to_datetime(made["ts"])
    return made.astype({"user_id": "int64", "session_id": "int64"})


def samples():
    bought = frame(
        (0, 0, "2024-01-01 09:30:12", "view", "mobile"),
        (0, 0, "2024-01-01 09:34:02", "add_to_cart", "mobile"),
        (0, 0, "2024-01-01 09:34:59", "purchase", "mobile"),
        (0, 1, "2024-01-02 20:00:00", "view", "desktop"),
        (1, 2, "2024-01-02 23:58:41", "view", "mobile"),
        (1, 2, "2024-01-03 00:03:10", "add_to_cart", "mobile"),
    )
    return [
        {
            "input": [(2, 2, 7)],
            "answer": [bought],
            "note": "Three sessions. User 0 comes on both days and buys on the first, from the phone; then looks once from a desktop. "
            "User 1 comes on the second day only, shortly before midnight, so that the cart lies on the third. Yours need not look "
            "like this: any frame is right that keeps the rules, if a second run with the seed 7 gives it again.",
        },
        {
            "input": [(0, 30, 1), (3, 0, 1)],
            "answer": [frame(), frame()],
            "note": "Two calls in one program: without users, and without days, there are no rows. The columns are still there, "
            "`user_id` and `session_id` as ints and `ts` as times.",
        },
    ]


def edges(rng):
    def seed():
        return rng.randrange(MOST_SEED)

    return [
        ("nobody at all", [(0, 0, 0)]),
        ("no users", [(0, 5, seed())]),
        ("no days", [(5, 0, seed())]),
        ("one user, one day", [(1, 1, number) for number in range(40)]),
        ("one user, many days", [(1, 365, seed())]),
        ("one user, 365 days, ten times", [(1, 365, number) for number in range(10)]),
        ("one day", [(300, 1, seed())]),
        ("largest seed", [(20, 5, MOST_SEED - 1)]),
        ("the same again", [(40, 7, 1), (40, 7, 2), (40, 7, 1), (41, 7, 2), (40, 7, 2)]),
        ("two thousand user-days", [(100, 20, seed())]),
        ("few rows under many seeds", [(3, 4, number) for number in range(60)]),
    ]


def many_users(n, rng):
    return [(n // 10, 10, rng.randrange(MOST_SEED))]


def whole_years(n, rng):
    return [(n // 365, 365, rng.randrange(MOST_SEED))]


def one_day(n, rng):
    return [(n, 1, rng.randrange(MOST_SEED))]


def validate(n_users, days, seed):
    for name, value, most in (("n_users", n_users, MOST), ("days", days, MOST_DAYS), ("seed", seed, MOST_SEED - 1)):
        if type(value) is not int or not 0 <= value <= most:
            raise ValueError(f"{name} is {value!r}, not an int from 0 to {most}")
    if n_users * days > MOST:
        raise ValueError(f"{n_users} users on {days} days are {n_users * days} user-days, at most {MOST} are allowed")
