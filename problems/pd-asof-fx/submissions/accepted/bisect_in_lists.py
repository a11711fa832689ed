# A sorted list of rates for each currency and a binary search for each sale, in plain Python: many times slower, the same growth: accepted.
from bisect import bisect_right

import pandas as pd


def in_euros(sales, fx):
    rates = {}
    for at, (since, currency, rate) in enumerate(zip(fx["since"].tolist(), fx["currency"].tolist(), fx["rate"].tolist())):
        if rate == rate:
            rates.setdefault(currency, []).append((since.value, at, rate))
    times = {}
    for currency, published in rates.items():
        published.sort()
        times[currency] = [since for since, _, _ in published]
    rows = []
    for moment, currency, amount in zip(sales["at"].tolist(), sales["currency"].tolist(), sales["amount"].tolist()):
        place = bisect_right(times.get(currency, []), moment.value)
        rate = rates[currency][place - 1][2] if place else float("nan")
        rows.append((moment, currency, amount, rate, amount * rate))
    answer = pd.DataFrame(rows, columns=["at", "currency", "amount", "rate", "eur"])
    return answer.astype({"at": "datetime64[ns]", "amount": float, "rate": float, "eur": float})
