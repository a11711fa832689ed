# landau: reference
# merge_asof by currency on both tables sorted by time, then the old order again: O(n log n).
import pandas as pd


def in_euros(sales: pd.DataFrame, fx: pd.DataFrame) -> pd.DataFrame:
    rates = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    asked = sales.assign(row=range(len(sales))).sort_values("at", kind="stable")
    found = pd.merge_asof(asked, rates, left_on="at", right_on="since", by="currency")
    found = found.sort_values("row", ignore_index=True)
    return found.assign(eur=found["amount"] * found["rate"])[["at", "currency", "amount", "rate", "eur"]]
