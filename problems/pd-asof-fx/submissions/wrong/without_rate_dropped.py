# Drops the sales for which there is no rate.
import pandas as pd


def in_euros(sales, fx):
    rates = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    asked = sales.assign(row=range(len(sales))).sort_values("at", kind="stable")
    found = pd.merge_asof(asked, rates, left_on="at", right_on="since", by="currency").sort_values("row")
    return found.assign(eur=found["amount"] * found["rate"])[["at", "currency", "amount", "rate", "eur"]].dropna()
