# seeds the global generator of random and uses it
import random

import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    random.seed(seed)
    rows = []
    session = 0
    for user in range(n_users):
        for day in range(days):
            if random.random() >= 0.4:
                continue
            at = day * 86400 + random.randrange(86400)
            device = random.choices(["mobile", "desktop", "tablet"], [6, 3, 1])[0]
            rows.append((user, session, at, "view", device))
            if random.random() < 0.3:
                at += random.randint(1, 600)
                rows.append((user, session, at, "add_to_cart", device))
                if random.random() < 0.4:
                    at += random.randint(1, 600)
                    rows.append((user, session, at, "purchase", device))
            session += 1
    frame = pd.DataFrame(rows, columns=["user_id", "session_id", "ts", "event", "device"])
    frame = frame.astype({"user_id": "int64", "session_id": "int64", "ts": "int64"})
    frame["ts"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(frame["ts"], unit="s")
    return frame
