"""Event tables: sessions, users who came back. Few users and many, few days and many."""

from __future__ import annotations

import random

from benchmarks.growth.corpus import Family, Kind, Task, near, right, worse

Events = list[tuple[int, int]]


def _clock(n: int, rng: random.Random, users: int) -> tuple[Events]:
    """Events of `users` users, each with a pause of 30 or more now and then; times ascend."""
    now, rows = 0, []
    for _ in range(n):
        now += rng.randrange(2) if rng.random() < 0.99 else rng.randrange(20, 60)
        rows.append((rng.randrange(users), now))
    return (rows,)


def _few_users(n: int, rng: random.Random) -> tuple[Events]:
    return _clock(n, rng, 10)


def _many_users(n: int, rng: random.Random) -> tuple[Events]:
    return _clock(n, rng, n // 2)


def _month(n: int, rng: random.Random) -> tuple[Events]:
    return ([(rng.randrange(n // 20), rng.randrange(30)) for _ in range(n)],)


def _years(n: int, rng: random.Random) -> tuple[Events]:
    return ([(rng.randrange(20), rng.randrange(n // 10)) for _ in range(n)],)


SESSIONS = Task(
    "sessions",
    "sessions",
    "n",
    (Family("few_users", _few_users, 1000, 1_000_000), Family("many_users", _many_users, 1000, 1_000_000)),
    (
        right(
            "last_seen",
            "one lookup an event",
            """
            def sessions(events):
                seen, count = {}, {}
                for user, t in events:
                    if user not in seen:
                        count[user] = 1
                    elif t - seen[user] >= 30:
                        count[user] += 1
                    seen[user] = t
                return list(count.items())
            """,
        ),
        right(
            "pandas",
            "differences within groups: a hash table in C",
            """
            import pandas as pd
            def sessions(events):
                frame = pd.DataFrame(events, columns=["user", "t"])
                gap = frame.groupby("user", sort=False)["t"].diff()
                frame["new"] = (gap.isna() | (gap >= 30)).astype(int)
                found = frame.groupby("user", sort=False)["new"].sum()
                return list(zip(found.index.tolist(), found.tolist()))
            """,
        ),
        right(
            "dates",
            "the same with datetimes and a session's object each",
            """
            from datetime import datetime, timedelta
            class Session:
                def __init__(self, user, start):
                    self.user, self.end = user, start
            def sessions(events):
                begin, pause = datetime(2020, 1, 1), timedelta(seconds=30)
                open_now, all_of = {}, {}
                for user, t in events:
                    when = begin + timedelta(seconds=t)
                    now = open_now.get(user)
                    if now is None or when - now.end >= pause:
                        now = open_now[user] = Session(user, when)
                        all_of.setdefault(user, []).append(now)
                    now.end = when
                return [(user, len(some)) for user, some in all_of.items()]
            """,
            Kind.SLOW,
        ),
        near(
            "sort",
            "sorted by user first",
            """
            def sessions(events):
                count, before = dict.fromkeys((user for user, _ in events), 0), (None, 0)
                for user, t in sorted(events):
                    if user != before[0] or t - before[1] >= 30:
                        count[user] += 1
                    before = user, t
                return list(count.items())
            """,
        ),
        worse(
            "look_back",
            "looks back for the user's last event: soon found of ten users, n/2 events back of many",
            """
            def sessions(events):
                count = {}
                for i, (user, t) in enumerate(events):
                    fresh, j = True, i - 1
                    while j >= 0:
                        if events[j][0] == user:
                            fresh = t - events[j][1] >= 30
                            break
                        j -= 1
                    count[user] = count.get(user, 0) + fresh
                return list(count.items())
            """,
            Kind.EARLY,
            blame="events[j][0] == user",
        ),
        worse(
            "frame_each",
            "a mask over all events in C for every user",
            """
            import numpy as np
            def sessions(events):
                table = np.array(events)
                out = []
                for user in dict.fromkeys(user for user, _ in events):
                    times = table[table[:, 0] == user, 1]
                    out.append((user, 1 + int((np.diff(times) >= 30).sum())))
                return out
            """,
            Kind.DIMENSION,
            blame="table[table[:, 0] == user, 1]",
        ),
        worse(
            "parallel_lists",
            "the user is looked for in a list, in C",
            """
            def sessions(events):
                users, seen, count = [], [], []
                for user, t in events:
                    if user not in users:
                        users.append(user)
                        seen.append(t)
                        count.append(1)
                        continue
                    at = users.index(user)
                    count[at] += t - seen[at] >= 30
                    seen[at] = t
                return list(zip(users, count))
            """,
            Kind.HIDDEN,
            blame="if user not in users",
        ),
    ),
    runtime="python-data",
)


RETENTION = Task(
    "came-back",
    "came_back",
    "n",
    (Family("month", _month, 1000, 1_000_000), Family("years", _years, 1000, 1_000_000)),
    (
        right(
            "sets",
            "a set of users a day, n members in all",
            """
            def came_back(events):
                days = {}
                for user, day in events:
                    days.setdefault(day, set()).add(user)
                last = max(days)
                return [len(days.get(d, set()) & days.get(d - 1, set())) for d in range(last + 1)]
            """,
        ),
        right(
            "merge",
            "the table joined with itself a day later, in C",
            """
            import pandas as pd
            def came_back(events):
                frame = pd.DataFrame(events, columns=["user", "day"]).drop_duplicates()
                later = frame.assign(day=frame["day"] + 1)
                found = frame.merge(later, on=["user", "day"])["day"].value_counts()
                out = [0] * (int(frame["day"].max()) + 1)
                for day, count in zip(found.index.tolist(), found.tolist()):
                    out[day] = count
                return out
            """,
        ),
        right(
            "pairs",
            "one set of pairs",
            """
            def came_back(events):
                active = set(events)
                out = [0] * (1 + max(day for _, day in active))
                for user, day in active:
                    if (user, day - 1) in active:
                        out[day] += 1
                return out
            """,
        ),
        right(
            "dates",
            "frozen objects of user and date: dearer by a factor",
            """
            from dataclasses import dataclass
            from datetime import date, timedelta
            @dataclass(frozen=True)
            class Visit:
                user: int
                day: date
                def before(self):
                    return Visit(self.user, self.day - timedelta(days=1))
            def came_back(events):
                begin = date(1000, 1, 1)
                active = {Visit(user, begin + timedelta(days=day)) for user, day in events}
                out = [0] * (1 + max(day for _, day in events))
                for visit in active:
                    if visit.before() in active:
                        out[(visit.day - begin).days] += 1
                return out
            """,
            Kind.SLOW,
        ),
        worse(
            "day_by_day",
            "all events are read for every day; n/10 days in one family",
            """
            def came_back(events):
                last = max(day for _, day in events)
                out, before = [], set()
                for d in range(last + 1):
                    today = {user for user, day in events if day == d}
                    out.append(len(today & before))
                    before = today
                return out
            """,
            Kind.DIMENSION,
            blame="for user, day in events if day == d",
        ),
        worse(
            "day_masks",
            "the same as numpy masks",
            """
            import numpy as np
            def came_back(events):
                users, days = np.array(events).T
                out, before = [], np.array([], dtype=users.dtype)
                for d in range(int(days.max()) + 1):
                    today = np.unique(users[days == d])
                    out.append(len(np.intersect1d(today, before, assume_unique=True)))
                    before = today
                return out
            """,
            Kind.HIDDEN,
            blame="users[days == d]",
        ),
        worse(
            "lists_of_users",
            "a day's users are a list: n/20 are searched an event where days are few",
            """
            def came_back(events):
                days = {}
                for user, day in events:
                    today = days.setdefault(day, [])
                    if user not in today:
                        today.append(user)
                last = max(days)
                return [sum(u in days.get(d - 1, []) for u in days.get(d, [])) for d in range(last + 1)]
            """,
            Kind.FAMILY,
            blame="not in today",
        ),
    ),
    runtime="python-data",
)


TASKS = (SESSIONS, RETENTION)
