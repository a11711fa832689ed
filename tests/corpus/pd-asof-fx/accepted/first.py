# merge_asof by currency on both tables sorted by time, then back into the order of the sales
import numpy as np
import pandas as pd


def in_euros(sales: pd.DataFrame, fx: pd.DataFrame) -> pd.DataFrame:
    left = sales[["at", "currency", "amount"]].reset_index(drop=True)
    left["pos"] = np.arange(len(left))
    left = left.sort_values("at", kind="stable")
    right = fx[["since", "currency", "rate"]].dropna(subset=["rate"])
    right = right.drop_duplicates(["since", "currency"], keep="last").sort_values("since", kind="stable")
    out = pd.merge_asof(left, right, left_on="at", right_on="since", by="currency", direction="backward")
    out = out.sort_values("pos").reset_index(drop=True)
    out["rate"] = out["rate"].astype("float64")
    out["eur"] = out["amount"] * out["rate"]
    return out[["at", "currency", "amount", "rate", "eur"]]
