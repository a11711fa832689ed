# lists of times and rates by currency, and a bisection for each sale
from bisect import bisect_right

import pandas as pd


def in_euros(sales: pd.DataFrame, fx: pd.DataFrame) -> pd.DataFrame:
    known = fx[fx["rate"].notna()].sort_values("since", kind="stable")
    table = {}
    for currency, since, rate in zip(
        known["currency"].tolist(), known["since"].astype("int64").tolist(), known["rate"].tolist(), strict=True
    ):
        times, rates = table.setdefault(currency, ([], []))
        times.append(since)
        rates.append(rate)
    found = []
    for currency, at in zip(sales["currency"].tolist(), sales["at"].astype("int64").tolist(), strict=True):
        times, rates = table.get(currency, ((), ()))
        i = bisect_right(times, at)
        found.append(rates[i - 1] if i else float("nan"))
    out = sales[["at", "currency", "amount"]].reset_index(drop=True)
    out["rate"] = pd.Series(found, dtype="float64")
    out["eur"] = out["amount"] * out["rate"]
    return out
