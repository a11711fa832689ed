# Forgets by="currency": the latest rate of any currency.
import pandas as pd


def in_euros(sales, fx):
    rates = fx.dropna(subset=["rate"]).sort_values("since", kind="stable").drop(columns="currency")
    asked = sales.assign(row=range(len(sales))).sort_values("at", kind="stable")
    found = pd.merge_asof(asked, rates, left_on="at", right_on="since").sort_values("row")
    return found.assign(eur=found["amount"] * found["rate"])[["at", "currency", "amount", "rate", "eur"]]
