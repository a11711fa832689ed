"""Event tables: totals an hour."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, right, worse


def _hours(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    now, times = 0, []
    for _ in range(n):
        now += rng.randrange(1, 900)
        times.append(now)
    return times, [rng.random() for _ in range(n)]


def _one_day(n: int, rng: random.Random) -> tuple[list[int], list[float]]:
    return sorted(rng.randrange(86_400) for _ in range(n)), [rng.random() for _ in range(n)]


HOURS = Task(
    "hourly-totals",
    "totals",
    "n",
    (Family("long", _hours, 1000, 2_000_000), Family("one_day", _one_day, 1000, 2_000_000)),
    (
        right(
            "buckets",
            "one addition an event; as many hours as events / 8 at most, or 24",
            """
            def totals(times, values):
                out = [0.0] * (times[-1] // 3600 + 1)
                for t, v in zip(times, values):
                    out[t // 3600] += v
                return out
            """,
        ),
        right(
            "bincount",
            "the same in C",
            """
            import numpy as np
            def totals(times, values):
                return np.bincount(np.array(times) // 3600, weights=np.array(values)).tolist()
            """,
            Kind.FAST,
        ),
        right(
            "resample",
            "pandas' bins by time",
            """
            import pandas as pd
            def totals(times, values):
                clock = pd.to_datetime(pd.Series([0, *times]), unit="s")
                return pd.Series([0.0, *values], index=clock).resample("h").sum().tolist()
            """,
        ),
        right(
            "decimals",
            "a decimal an event",
            """
            from decimal import Decimal
            def totals(times, values):
                out = [Decimal(0) for _ in range(times[-1] // 3600 + 1)]
                for t, v in zip(times, values):
                    hour = int(Decimal(t) // Decimal(3600))
                    out[hour] = out[hour] + Decimal(repr(v))
                return [float(total) for total in out]
            """,
            Kind.SLOW,
        ),
        worse(
            "hour_masks",
            "all events are compared in C for every hour",
            """
            import numpy as np
            def totals(times, values):
                hours, numbers = np.array(times) // 3600, np.array(values)
                return [float(numbers[hours == h].sum()) for h in range(int(hours[-1]) + 1)]
            """,
            Kind.DIMENSION,
            blame="numbers[hours == h]",
        ),
        worse(
            "consume",
            "what is left of the list is copied for every hour",
            """
            def totals(times, values):
                rows, out, end = list(zip(times, values)), [], 3600
                while rows:
                    some = 0
                    while some < len(rows) and rows[some][0] < end:
                        some += 1
                    out.append(sum((v for _, v in rows[:some]), 0.0))
                    rows, end = rows[some:], end + 3600
                return out
            """,
            Kind.HIDDEN,
            blame="rows[some:]",
        ),
        worse(
            "sum_so_far",
            "an hour is summed again for every event: n^2 / 24 where all lie in one day",
            """
            def totals(times, values):
                out, inside = [0.0] * (times[-1] // 3600 + 1), []
                hour = 0
                for t, v in zip(times, values):
                    if t // 3600 != hour:
                        hour, inside = t // 3600, []
                    inside.append(v)
                    out[hour] = sum(inside)
                return out
            """,
            Kind.FAMILY,
            blame="out[hour] = sum(inside)",
        ),
    ),
    checker={"kind": "float", "relative": 1e-9},
    runtime="python-data",
)


TASKS = (HOURS,)
