# appends each session to the frame with concat, which copies all rows before
import numpy as np
import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    first = pd.Timestamp("2024-01-01")
    frame = pd.DataFrame(
        {
            "user_id": pd.Series([], dtype="int64"),
            "session_id": pd.Series([], dtype="int64"),
            "ts": pd.Series([], dtype="datetime64[ns]"),
            "event": pd.Series([], dtype=object),
            "device": pd.Series([], dtype=object),
        }
    )
    session = 0
    for user in range(n_users):
        for day in range(days):
            if rng.random() >= 0.4:
                continue
            at = first + pd.Timedelta(days=day, seconds=int(rng.integers(0, 86400)))
            device = str(rng.choice(["mobile", "desktop", "tablet"], p=[0.6, 0.3, 0.1]))
            rows = [(user, session, at, "view", device)]
            if rng.random() < 0.3:
                at += pd.Timedelta(seconds=int(rng.integers(1, 601)))
                rows.append((user, session, at, "add_to_cart", device))
                if rng.random() < 0.4:
                    at += pd.Timedelta(seconds=int(rng.integers(1, 601)))
                    rows.append((user, session, at, "purchase", device))
            part = pd.DataFrame(rows, columns=list(frame.columns))
            part["ts"] = part["ts"].astype("datetime64[ns]")
            frame = pd.concat([frame, part], ignore_index=True) if len(frame) else part
            session += 1
    return frame
