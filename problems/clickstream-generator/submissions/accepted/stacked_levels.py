# Three frames, one for each kind of event, each made from those who got so far, stacked and sorted by session.
import numpy as np
import pandas as pd


def clickstream(n_users, days, seed):
    rng = np.random.default_rng([seed, 1])
    days_of = rng.binomial(1, 0.4, n_users * days).nonzero()[0]
    reached = pd.DataFrame({"user_id": days_of // max(days, 1), "session_id": days_of + 1000})
    second = (days_of % max(days, 1)) * 86_400 + rng.integers(86_400, size=len(reached))
    reached["ts"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(second, unit="s")
    reached["event"] = "view"
    reached["device"] = rng.choice(["mobile", "desktop", "tablet"], len(reached), p=[0.6, 0.3, 0.1])
    levels = [reached]
    for event, chance in (("add_to_cart", 0.3), ("purchase", 0.4)):
        reached = reached[rng.random(len(reached)) < chance].copy()
        reached["ts"] += pd.to_timedelta(rng.integers(1, 601, len(reached)), unit="s")
        reached["event"] = event
        levels.append(reached)
    return pd.concat(levels).sort_values(["session_id", "ts"], kind="stable").reset_index(drop=True)
