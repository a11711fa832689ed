"""Tables of sql-cohort-monthly-ltv: (users, orders); rows are (user_id, signup_date), (order_id, user_id, order_date, amount).

Generated amounts are quarters, so that sums are exact in whatever order they are added.
"""

from datetime import date, timedelta

MOST = 200_000
LARGEST = 100_000
FIRST, LAST = date(1900, 1, 1), date(2899, 12, 31)


def day(text):
    return date.fromisoformat(text)


def numbered(orders):
    return [(1000 + at, user, day(when), amount) for at, (user, when, amount) in enumerate(orders)]


def users_of(*signups):
    return [(user, day(when)) for user, when in enumerate(signups, 1)]


def rows_of(cohort, size, by_month):
    """Twelve rows: `by_month` has (buyers, revenue) of the months that have any."""
    rows, total = [], 0.0
    for number in range(12):
        buyers, revenue = by_month.get(number, (0, 0.0))
        total += revenue
        rows.append((day(cohort), number, size, buyers, revenue, total / size))
    return rows


def samples():
    first = (
        users_of("2024-01-05", "2024-01-31", "2024-03-02"),
        numbered(
            [
                (1, "2024-01-05", 30.0),
                (1, "2024-01-20", 10.0),
                (2, "2024-02-01", 20.0),
                (1, "2024-04-30", 5.5),
                (3, "2024-03-01", 99.0),
            ]
        ),
    )
    second = (
        [(1, day("2023-12-10")), (2, day("2023-12-24")), (3, day("2023-12-31")), (4, None)],
        numbered(
            [
                (1, "2024-01-09", 12.0),
                (2, "2024-01-30", None),
                (1, "2024-01-15", -12.0),
                (3, "2024-12-01", 8.0),
                (2, "2024-11-30", 6.0),
                (4, "2024-01-01", 50.0),
                (9, "2024-01-01", 70.0),
                (None, "2024-01-01", 80.0),
            ]
        ),
    )
    return [
        {
            "input": first,
            "answer": rows_of("2024-01-01", 2, {0: (1, 40.0), 1: (1, 20.0), 3: (1, 5.5)})
            + rows_of("2024-03-01", 1, {}),
            "note": "The cohort of January has two users. Its 40 in month 0 make 20 a user, though only one of them bought. User 2 signed up "
            "on January 31, and February 1 is month 1. User 3 ordered a day before signing up: that does not count, and a cohort "
            "that bought nothing has its twelve rows all the same.",
        },
        {
            "input": second,
            "answer": rows_of("2023-12-01", 3, {1: (1, 0.0), 11: (1, 6.0)}),
            "note": "In January user 1 buys for 12 and gets it back: a buyer, and a revenue of 0. The order of user 2 was cancelled. December 2024 "
            "would be month 12. Nobody knows when user 4 signed up, or who user 9 is.",
        },
    ]


def edges(rng):
    def crowd(count):
        users = [(user, day("2023-10-01") + timedelta(days=rng.randrange(100))) for user in range(12)]
        orders = [
            (at, rng.randrange(14), day("2023-09-15") + timedelta(days=rng.randrange(500)), rng.randrange(-40, 400) / 4)
            for at in range(count)
        ]
        return (users, orders)

    holes = [
        (
            at,
            rng.choice([None, 1, 2, 3]),
            day("2024-01-01") + timedelta(days=rng.randrange(200)),
            rng.choice([None, 1.25, -0.5]),
        )
        for at in range(40)
    ]
    one = users_of("2024-01-15")
    return [
        ("no rows at all", ([], [])),
        ("orders of nobody", ([], numbered([(1, "2024-01-01", 5.0)]))),
        ("a user, no orders", (one, [])),
        ("users without a signup", ([(1, None), (2, None)], numbered([(1, "2024-01-01", 5.0)]))),
        ("on the day of the signup", (one, numbered([(1, "2024-01-15", 5.0)]))),
        ("the day before the signup", (one, numbered([(1, "2024-01-14", 5.0), (1, "2024-01-15", 1.0)]))),
        ("in a month before the signup", (one, numbered([(1, "2023-12-31", 5.0), (1, "2023-01-20", 5.0)]))),
        ("the last day that counts, and the next", (one, numbered([(1, "2024-12-31", 5.0), (1, "2025-01-01", 7.0)]))),
        ("twelve months later to the day", (one, numbered([(1, "2025-01-15", 5.0), (1, "2025-01-14", 3.0)]))),
        (
            "the ends of months",
            (
                users_of("2024-01-31", "2024-02-29"),
                numbered(
                    [(1, "2024-02-01", 1.0), (1, "2024-02-29", 2.0), (2, "2024-03-01", 4.0), (1, "2024-03-30", 8.0)]
                ),
            ),
        ),
        ("one order in the last month alone", (one, numbered([(1, "2024-12-01", 2.5)]))),
        (
            "a gap in the middle",
            (one, numbered([(1, "2024-01-20", 2.5), (1, "2024-07-20", 1.5), (1, "2024-09-20", 1.0)])),
        ),
        (
            "most users buy nothing",
            (users_of(*["2024-05-01"] * 8), numbered([(3, "2024-05-02", 10.0), (3, "2024-08-02", 10.0)])),
        ),
        (
            "a third of a whole number",
            (users_of(*["2024-05-01"] * 3), numbered([(1, "2024-05-02", 1.0), (2, "2024-06-02", 1.0)])),
        ),
        (
            "one buyer, many orders",
            (users_of("2024-05-01", "2024-05-02"), numbered([(1, "2024-06-10", 1.0)] * 7 + [(2, "2024-06-11", 2.0)])),
        ),
        ("two orders alike", (one, [(1, 1, day("2024-02-02"), 3.0), (2, 1, day("2024-02-02"), 3.0)])),
        ("cancelled orders alone", (one, numbered([(1, "2024-02-02", None), (1, "2024-03-02", None)]))),
        (
            "a cancelled order of another buyer",
            (users_of("2024-01-01", "2024-01-02"), numbered([(1, "2024-02-02", None), (2, "2024-02-02", 4.0)])),
        ),
        ("a refund next month", (one, numbered([(1, "2024-01-20", 9.0), (1, "2024-02-01", -9.0)]))),
        ("refunds alone", (one, numbered([(1, "2024-01-20", -9.0), (1, "2024-03-01", -0.25)]))),
        ("an order of nothing", (one, numbered([(1, "2024-01-20", 0.0)]))),
        (
            "no user, unknown users",
            (one, numbered([(None, "2024-01-20", 9.0), (77, "2024-01-20", 9.0), (1, "2024-01-20", 1.0)])),
        ),
        (
            "the same month of two years",
            (
                users_of("2023-03-10", "2024-03-10"),
                numbered([(1, "2024-03-10", 1.0), (2, "2024-03-10", 2.0), (1, "2023-03-12", 4.0)]),
            ),
        ),
        (
            "across new year",
            (
                users_of("2023-11-30"),
                numbered(
                    [(1, "2023-12-31", 1.0), (1, "2024-01-01", 2.0), (1, "2024-10-31", 4.0), (1, "2024-11-01", 8.0)]
                ),
            ),
        ),
        (
            "later cohorts first",
            (
                users_of("2024-06-01", "2023-06-01", "2024-02-01"),
                numbered([(1, "2024-06-01", 1.0), (2, "2023-06-01", 2.0), (3, "2024-02-01", 4.0)]),
            ),
        ),
        (
            "users of number zero and below",
            (
                [(0, day("2024-01-01")), (-3, day("2024-01-02"))],
                numbered([(0, "2024-01-05", 1.0), (-3, "2024-02-05", 2.0)]),
            ),
        ),
        (
            "the first and the last day",
            ([(1, FIRST), (2, LAST)], [(1, 1, FIRST, 1.0), (2, 2, LAST, 2.0), (3, 1, LAST, 4.0)]),
        ),
        ("holes everywhere", ([(1, day("2024-01-03")), (2, None), (3, day("2024-02-10"))], holes)),
        ("a crowd", crowd(120)),
        ("a crowd that buys seldom", crowd(25)),
    ]


def many_cohorts(n, rng):
    """n / 5 cohorts, from the year 1900 on, of one user with four orders each."""
    users, orders = [], []
    for user in range(max(1, n // 5)):
        signup = date(1900 + user // 12, user % 12 + 1, rng.randrange(1, 29))
        users.append((user, signup))
        for _ in range(4):
            when = signup + timedelta(days=rng.randrange(-10, 380))
            orders.append((len(orders), user, min(max(when, FIRST), LAST), rng.randrange(4000) / 4))
    rng.shuffle(users)
    rng.shuffle(orders)
    return (users, orders)


def busy_users(n, rng):
    """Ten users in two cohorts; each orders every other hour."""
    users = [(user, date(2024, 1 + user % 2, 1 + user)) for user in range(10)]
    orders = [
        (at, rng.randrange(10), date(2024, 1, 1) + timedelta(days=rng.randrange(400)), rng.randrange(4000) / 4)
        for at in range(n - 10)
    ]
    return (users, orders)


def validate(tables):
    users, orders = tables
    if len(users) + len(orders) > MOST:
        raise ValueError(f"the tables have {len(users) + len(orders):,} rows, at most {MOST:,} are allowed")
    known = set()
    for number, (user, signup) in enumerate(users, 1):
        if user is None or user in known:
            raise ValueError(
                f"row {number} of users: user_id {user} is there twice"
                if user is not None
                else f"row {number} of users has no user_id"
            )
        known.add(user)
        if signup is not None and not FIRST <= signup <= LAST:
            raise ValueError(f"row {number} of users: {signup} does not lie in the years 1900 to 2899")
    for number, (order, _, when, amount) in enumerate(orders, 1):
        if order is None or when is None:
            raise ValueError(f"row {number} of orders has no {'order_id' if order is None else 'order_date'}")
        if not FIRST <= when <= LAST:
            raise ValueError(f"row {number} of orders: {when} does not lie in the years 1900 to 2899")
        if amount is not None and not -LARGEST <= amount <= LARGEST:
            raise ValueError(f"row {number} of orders: {amount} is not an amount from -{LARGEST:,} to {LARGEST:,}")
