# a device is drawn anew for each event
import numpy as np
import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    user, day = np.nonzero(rng.random((n_users, days)) < 0.4)
    m = len(user)
    start = day * 86400 + rng.integers(0, 86400, size=m)
    device = rng.choice(3, size=m, p=[0.6, 0.3, 0.1])
    cart = rng.random(m) < 0.3
    bought = cart & (rng.random(m) < 0.4)
    gap1 = rng.integers(1, 601, size=m)
    gap2 = rng.integers(1, 601, size=m)
    parts = []
    for name, mask, seconds in (
        ("view", np.ones(m, dtype=bool), start),
        ("add_to_cart", cart, start + gap1),
        ("purchase", bought, start + gap1 + gap2),
    ):
        parts.append(
            pd.DataFrame(
                {
                    "user_id": user[mask],
                    "session_id": np.arange(m)[mask],
                    "ts": pd.to_datetime("2024-01-01") + pd.to_timedelta(seconds[mask], unit="s"),
                    "event": np.full(mask.sum(), name, dtype=object),
                    "device": np.array(["mobile", "desktop", "tablet"], dtype=object)[
                        rng.choice(3, size=mask.sum(), p=[0.6, 0.3, 0.1])
                    ],
                }
            )
        )
    frame = pd.concat(parts)
    return frame.sort_values(["session_id", "ts"], ignore_index=True, kind="stable")
