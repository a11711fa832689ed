import pandas as pd


def clickstream(n_users: int, days: int, seed: int) -> pd.DataFrame:
    """Events of an online shop: user_id, session_id, ts, event, device; one row an event, made by chance from the seed."""
    raise NotImplementedError
