# A loop over user-days that appends plain tuples, and one frame at the end: many times slower, the same growth.
from datetime import datetime, timedelta
from random import Random

import pandas as pd

COLUMNS = ["user_id", "session_id", "ts", "event", "device"]
START = datetime(2024, 1, 1)


def clickstream(n_users, days, seed):
    rng = Random(seed)
    rows = []
    session = 0
    for user in range(n_users):
        for day in range(days):
            if rng.random() >= 0.4:
                continue
            drawn = rng.random()
            device = "mobile" if drawn < 0.6 else "desktop" if drawn < 0.9 else "tablet"
            ts = START + timedelta(days=day, seconds=rng.randrange(86_400))
            rows.append((user, session, ts, "view", device))
            for event, chance in (("add_to_cart", 0.3), ("purchase", 0.4)):
                if rng.random() >= chance:
                    break
                ts += timedelta(seconds=rng.randint(1, 600))
                rows.append((user, session, ts, event, device))
            session += 1
    frame = pd.DataFrame(rows, columns=COLUMNS)
    frame["ts"] = pd.to_datetime(frame["ts"])
    return frame.astype({"user_id": "int64", "session_id": "int64"})
