"""Inputs of pd-asof-fx: (sales, fx)."""

import numpy as np
import pandas as pd

MOST = 400_000
FIRST, LAST = pd.Timestamp("2000-01-01"), pd.Timestamp("2100-01-01")
SECONDS = 300 * 86_400


def table(columns, rows, index=None):
    values = list(zip(*rows, strict=True)) or [[], [], []]
    time, text, number = columns
    made = pd.DataFrame(
        {
            time: pd.Series(list(values[0]), dtype="datetime64[ns]"),
            text: pd.Series(list(values[1]), dtype=object),
            number: pd.Series(list(values[2]), dtype="float64"),
        }
    )
    if index is not None:
        made.index = index
    return made


def sold(*rows, index=None):
    return table(["at", "currency", "amount"], rows, index)


def rated(*rows, index=None):
    return table(["since", "currency", "rate"], rows, index)


def answer(*rows):
    found = sold(*(row[:3] for row in rows))
    return found.assign(
        rate=pd.Series([row[3] for row in rows], dtype="float64"), eur=pd.Series([row[4] for row in rows], dtype="float64")
    )


def samples():
    return [
        {
            "input": (
                sold(
                    ("2026-03-09 15:00", "USD", 100.0),
                    ("2026-03-07 11:30", "USD", 50.0),
                    ("2026-03-06 09:00", "USD", 20.0),
                    ("2026-03-09 15:00", "GBP", 10.0),
                ),
                rated(
                    ("2026-03-06 16:00", "USD", 0.875),
                    ("2026-03-09 15:00", "USD", 0.5),
                    ("2026-03-05 16:00", "GBP", 1.25),
                    ("2026-03-05 16:00", "USD", 0.75),
                ),
            ),
            "answer": answer(
                ("2026-03-09 15:00", "USD", 100.0, 0.5, 50.0),
                ("2026-03-07 11:30", "USD", 50.0, 0.875, 43.75),
                ("2026-03-06 09:00", "USD", 20.0, 0.75, 15.0),
                ("2026-03-09 15:00", "GBP", 10.0, 1.25, 12.5),
            ),
            "note": "The first sale falls on the very moment of a new rate, which holds. The second was made on a Saturday: Friday's rate "
            "goes on. The third was made on Friday morning, before Friday's rate: Thursday's holds. Pounds have had the same rate for days.",
        },
        {
            "input": (
                sold(
                    ("2026-03-09 10:00", "USD", 8.0),
                    ("2026-03-02 10:00", "USD", 8.0),
                    ("2026-03-09 10:00", "CHF", 8.0),
                ),
                rated(
                    ("2026-03-03 16:00", "USD", 0.75),
                    ("2026-03-03 16:00", "USD", 0.875),
                    ("2026-03-06 16:00", "USD", None),
                ),
            ),
            "answer": answer(
                ("2026-03-09 10:00", "USD", 8.0, 0.875, 7.0),
                ("2026-03-02 10:00", "USD", 8.0, None, None),
                ("2026-03-09 10:00", "CHF", 8.0, None, None),
            ),
            "note": "Of the two rates of 3 March the lower row corrects the upper one, and the row without a rate is no rate. On 2 March there was "
            "no rate yet, and Swiss francs never had one: those sales stay, without `rate` and `eur`.",
        },
    ]


def edges(rng):
    day = "2026-03-09"
    noon, one = f"{day} 12:00:00", f"{day} 13:00:00"
    many = sold(*((f"2026-03-{rng.randrange(1, 29):02d} {rng.randrange(24):02d}:00", rng.choice("ABC"), 1.0 + i) for i in range(50)))
    rates = rated(
        *(
            (f"2026-03-{rng.randrange(3, 29):02d} {rng.randrange(24):02d}:00", rng.choice("ABD"), 1 + i / 64 if i % 7 else None)
            for i in range(40)
        )
    )
    return [
        ("nothing", (sold(), rated())),
        ("no rates", (sold((noon, "USD", 1.0)), rated())),
        ("no sales", (sold(), rated((noon, "USD", 1.5)))),
        ("at the very moment", (sold((noon, "USD", 2.0)), rated((noon, "USD", 1.5)))),
        ("a nanosecond early", (sold((f"{noon}.000000000", "USD", 2.0)), rated((f"{noon}.000000001", "USD", 1.5)))),
        ("a nanosecond late", (sold((f"{noon}.000000001", "USD", 2.0)), rated((noon, "USD", 1.5), (one, "USD", 1.75)))),
        ("later on the same day", (sold((noon, "USD", 2.0)), rated((f"{day} 09:00", "USD", 1.25), (one, "USD", 1.5)))),
        ("only later ones", (sold((noon, "USD", 2.0)), rated((one, "USD", 1.5)))),
        ("the nearest is later", (sold((noon, "USD", 2.0)), rated(("2026-03-01", "USD", 1.25), (one, "USD", 1.5)))),
        ("ten years old", (sold((noon, "USD", 2.0)), rated(("2016-03-01", "USD", 1.25)))),
        ("another currency is nearer", (sold((noon, "USD", 2.0)), rated(("2026-03-01", "USD", 1.25), (noon, "GBP", 1.5)))),
        ("only another currency", (sold((noon, "USD", 2.0)), rated((noon, "GBP", 1.5)))),
        ("letters of another case", (sold((noon, "usd", 2.0)), rated((noon, "USD", 1.5)))),
        ("euros without a rate", (sold((noon, "EUR", 2.0)), rated((noon, "USD", 1.5)))),
        ("corrected twice", (sold((one, "USD", 2.0)), rated((noon, "USD", 1.5), (noon, "USD", 1.25), (noon, "USD", 1.75)))),
        ("corrected by a missing one", (sold((one, "USD", 2.0)), rated((noon, "USD", 1.5), (noon, "USD", None)))),
        ("only missing ones", (sold((one, "USD", 2.0)), rated((noon, "USD", None)))),
        ("the latest is missing", (sold((one, "USD", 2.0)), rated(("2026-03-01", "USD", 1.5), (noon, "USD", None)))),
        ("sales twice", (sold((one, "USD", 2.0), (one, "USD", 2.0)), rated((noon, "USD", 1.5)))),
        ("backwards", (sold((one, "USD", 1.0), (noon, "USD", 2.0)), rated((one, "USD", 1.5), (noon, "USD", 1.25)))),
        ("nothing for money", (sold((noon, "USD", 0.0), (noon, "USD", -3.0)), rated((noon, "USD", 1.5)))),
        (
            "labels twice",
            (
                sold((noon, "USD", 1.0), (one, "GBP", 2.0), (noon, "GBP", 4.0), index=[7, 7, 0]),
                rated((noon, "GBP", 1.5), (noon, "USD", 1.25), index=["x", "x"]),
            ),
        ),
        ("a bit of all", (many, rates)),
        ("a bit of all, sorted", (many.sort_values("at"), rates.sort_values("since", kind="stable"))),
    ]


def drawn(n, currencies, rng):
    made = np.random.default_rng(rng.getrandbits(64))
    names = np.array([f"C{number:04d}" for number in made.permutation(currencies)], dtype=object)
    start = np.datetime64("2026-01-01", "ns")
    half = n // 2
    sales = pd.DataFrame(
        {
            "at": start + made.integers(0, SECONDS, n - half) * np.timedelta64(1, "s"),
            "currency": names[made.integers(0, currencies, n - half)],
            "amount": made.integers(1, 100_000, n - half) / 100,
        }
    )
    rate = made.integers(20_000, 300_000, half) / 100_000
    rate[made.random(half) < 0.02] = np.nan
    fx = pd.DataFrame(
        {
            "since": start + made.integers(0, SECONDS, half) * np.timedelta64(1, "s"),
            "currency": names[made.integers(0, currencies, half)],
            "rate": rate,
        }
    )
    return (sales, fx)


def few_currencies(n, rng):
    return drawn(n, 4, rng)


def many_currencies(n, rng):
    return drawn(n, max(n // 40, 2), rng)


def validate(sales, fx):
    for name, frame, columns in (("sales", sales, ["at", "currency", "amount"]), ("fx", fx, ["since", "currency", "rate"])):
        if type(frame) is not pd.DataFrame or list(frame.columns) != columns:
            raise ValueError(f"{name} must be a data frame with the columns {', '.join(columns)}")
        if len(frame) > MOST:
            raise ValueError(f"{name} has {len(frame):,} rows, at most {MOST:,} are allowed")
        time, _, number = columns
        for column, dtype in ((time, "datetime64[ns]"), (number, "float64")):
            if str(frame[column].dtype) != dtype:
                raise ValueError(f"column {column} of {name} has the dtype {frame[column].dtype}, not {dtype}")
        if not frame["currency"].map(type).eq(str).all():
            raise ValueError(f"column currency of {name} holds something that is no text")
        if not frame[time].between(FIRST, LAST).all():
            raise ValueError(f"a time in {name} is missing, or not between 2000 and 2100")
    if not np.isfinite(sales["amount"]).all():
        raise ValueError("an amount is missing or infinite")
    rate = fx["rate"].dropna()
    if not ((rate > 0) & (rate < 1e6)).all():
        raise ValueError("a rate is not between 0 and 1e6")
