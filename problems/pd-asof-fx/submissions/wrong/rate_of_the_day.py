# Cuts both times to days: a rate of the afternoon holds for the morning.
import pandas as pd


def in_euros(sales, fx):
    rates = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    rates = rates.assign(day=rates["since"].dt.normalize())
    asked = sales.assign(row=range(len(sales)), day=sales["at"].dt.normalize()).sort_values("day", kind="stable")
    found = pd.merge_asof(asked, rates, on="day", by="currency").sort_values("row")
    return found.assign(eur=found["amount"] * found["rate"])[["at", "currency", "amount", "rate", "eur"]]
