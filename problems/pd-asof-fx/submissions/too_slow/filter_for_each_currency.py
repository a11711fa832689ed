# A searchsorted for each currency, on rows that a filter finds in the whole tables each time: O(n * currencies).
import numpy as np


def in_euros(sales, fx):
    fx = fx.dropna(subset=["rate"]).sort_values("since", kind="stable")
    rate = np.full(len(sales), np.nan)
    for currency in sales["currency"].unique():
        rates = fx[fx["currency"] == currency]
        here = (sales["currency"] == currency).to_numpy()
        place = np.searchsorted(rates["since"].to_numpy(), sales["at"].to_numpy()[here], side="right") - 1
        if len(rates):
            rate[here] = np.where(place >= 0, rates["rate"].to_numpy()[np.maximum(place, 0)], np.nan)
    return sales.assign(rate=rate, eur=sales["amount"].to_numpy() * rate)
