# a rate published at the moment of the sale does not hold
import numpy as np
import pandas as pd


def in_euros(sales: pd.DataFrame, fx: pd.DataFrame) -> pd.DataFrame:
    left = sales[["at", "currency", "amount"]].reset_index(drop=True)
    left["pos"] = np.arange(len(left))
    left = left.sort_values("at", kind="stable")
    right = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    out = pd.merge_asof(left, right, left_on="at", right_on="since", by="currency", allow_exact_matches=False)
    out = out.sort_values("pos")
    out["eur"] = out["amount"] * out["rate"]
    return out[["at", "currency", "amount", "rate", "eur"]]
