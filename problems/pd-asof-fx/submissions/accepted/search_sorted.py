# Numbers the currencies, and looks up (currency, time) by one searchsorted over all rates in NumPy: accepted.
import numpy as np
import pandas as pd


def in_euros(sales, fx):
    fx = fx.dropna(subset=["rate"])
    codes, _ = pd.factorize(pd.concat([fx["currency"], sales["currency"]]))
    times = np.concatenate([fx["since"].to_numpy(), sales["at"].to_numpy()]).astype("int64")
    _, ranks = np.unique(times, return_inverse=True)
    keys = codes.astype("int64") * (len(times) + 1) + ranks
    known, asked = keys[: len(fx)], keys[len(fx) :]
    order = np.argsort(known, kind="stable")
    place = np.searchsorted(known[order], asked, side="right") - 1
    rate = np.full(len(sales), np.nan)
    if len(fx):
        at = order[np.maximum(place, 0)]
        fits = (place >= 0) & (codes[: len(fx)][at] == codes[len(fx) :])
        rate[fits] = fx["rate"].to_numpy()[at][fits]
    return sales.assign(rate=rate, eur=sales["amount"].to_numpy() * rate)
