# Takes 0.4 for the share of purchases among all sessions with luck: those with a cart buy far too rarely.
import numpy as np
import pandas as pd

EVENTS = np.array(["view", "add_to_cart", "purchase"], dtype=object)
DEVICES = np.array(["mobile", "desktop", "tablet"], dtype=object)


def clickstream(n_users, days, seed):
    rng = np.random.default_rng(seed)
    user, day = np.nonzero(rng.random((n_users, days)) < 0.4)
    sessions = len(user)
    start = day * 86_400 + rng.integers(0, 86_400, sessions)
    device = DEVICES[rng.choice(3, sessions, p=[0.6, 0.3, 0.1])]
    cart = rng.random(sessions) < 0.3
    purchase = cart & (rng.random(sessions) < 0.3 * 0.4)

    length = 1 + cart + purchase
    session = np.repeat(np.arange(sessions), length)
    first = np.repeat(np.cumsum(length) - length, length)
    position = np.arange(len(session)) - first
    passed = np.cumsum(np.where(position == 0, 0, rng.integers(1, 601, len(session))))
    seconds = start[session] + passed - passed[first]
    return pd.DataFrame(
        {
            "user_id": user[session],
            "session_id": session,
            "ts": np.datetime64("2024-01-01", "ns") + seconds.astype("timedelta64[s]"),
            "event": EVENTS[position],
            "device": device[session],
        }
    )
