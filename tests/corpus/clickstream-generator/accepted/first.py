# all sessions at once with numpy, then each one repeated as often as it has events
import numpy as np
import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    user, day = np.nonzero(rng.random((n_users, days)) < 0.4)
    m = len(user)
    start = day.astype(np.int64) * 86400 + rng.integers(0, 86400, size=m)
    device = rng.choice(3, size=m, p=[0.6, 0.3, 0.1])
    cart = rng.random(m) < 0.3
    bought = cart & (rng.random(m) < 0.4)
    gap1 = rng.integers(1, 601, size=m)
    gap2 = rng.integers(1, 601, size=m)

    events = 1 + cart.astype(np.int64) + bought.astype(np.int64)
    session = np.repeat(np.arange(m, dtype=np.int64), events)
    first_row = np.cumsum(events) - events
    step = np.arange(len(session), dtype=np.int64) - first_row[session]
    seconds = start[session] + np.where(step >= 1, gap1[session], 0) + np.where(step >= 2, gap2[session], 0)
    ts = np.datetime64("2024-01-01", "ns") + seconds * np.timedelta64(1_000_000_000, "ns")
    names = np.array(["view", "add_to_cart", "purchase"], dtype=object)
    devices = np.array(["mobile", "desktop", "tablet"], dtype=object)
    return pd.DataFrame(
        {
            "user_id": user[session].astype(np.int64),
            "session_id": session,
            "ts": ts,
            "event": names[step],
            "device": devices[device[session]],
        }
    )
