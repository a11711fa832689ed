# Sorts the rates of each currency once, and walks them from the first for each sale: O(n^2) where a currency has many.
import pandas as pd


def in_euros(sales, fx):
    published = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    rates = {}
    for since, currency, rate in zip(published["since"].astype("int64").tolist(), published["currency"].tolist(), published["rate"].tolist()):
        rates.setdefault(currency, []).append((since, rate))
    found = []
    for moment, currency in zip(sales["at"].astype("int64").tolist(), sales["currency"].tolist()):
        held = float("nan")
        for since, rate in rates.get(currency, ()):
            if since > moment:
                break
            held = rate
        found.append(held)
    rate = pd.Series(found, dtype=float).to_numpy()
    return sales.assign(rate=rate, eur=sales["amount"].to_numpy() * rate)
