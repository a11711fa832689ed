# a loop over users and days with random.Random, columns as lists
import random

import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    rng = random.Random(seed)
    users, sessions, seconds, events, devices = [], [], [], [], []
    session = 0
    for user in range(n_users):
        for day in range(days):
            if rng.random() >= 0.4:
                continue
            at = day * 86400 + rng.randrange(86400)
            roll = rng.random()
            device = "mobile" if roll < 0.6 else "desktop" if roll < 0.9 else "tablet"
            steps = ["view"]
            if rng.random() < 0.3:
                steps.append("add_to_cart")
                if rng.random() < 0.4:
                    steps.append("purchase")
            for i, event in enumerate(steps):
                if i > 0:
                    at += rng.randint(1, 600)
                users.append(user)
                sessions.append(session)
                seconds.append(at)
                events.append(event)
                devices.append(device)
            session += 1
    return pd.DataFrame(
        {
            "user_id": pd.Series(users, dtype="int64"),
            "session_id": pd.Series(sessions, dtype="int64"),
            "ts": pd.Timestamp("2024-01-01") + pd.to_timedelta(pd.Series(seconds, dtype="int64"), unit="s"),
            "event": pd.Series(events, dtype=object),
            "device": pd.Series(devices, dtype=object),
        }
    )
