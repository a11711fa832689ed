# a list of rows made a frame; without sessions its columns have no int and no time type
import random
from datetime import datetime, timedelta

import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    rng = random.Random(seed)
    begin = datetime(2024, 1, 1)
    rows = []
    session = 0
    for user in range(n_users):
        for day in range(days):
            if rng.random() >= 0.4:
                continue
            at = begin + timedelta(days=day, seconds=rng.randrange(86400))
            device = rng.choices(["mobile", "desktop", "tablet"], [0.6, 0.3, 0.1])[0]
            rows.append((user, session, at, "view", device))
            if rng.random() < 0.3:
                at += timedelta(seconds=rng.randint(1, 600))
                rows.append((user, session, at, "add_to_cart", device))
                if rng.random() < 0.4:
                    at += timedelta(seconds=rng.randint(1, 600))
                    rows.append((user, session, at, "purchase", device))
            session += 1
    return pd.DataFrame(rows, columns=["user_id", "session_id", "ts", "event", "device"])
