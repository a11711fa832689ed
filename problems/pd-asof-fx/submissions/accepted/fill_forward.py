# Puts rates and sales below each other, sorts by currency and time with rates first, and fills forward in each currency: accepted.
import pandas as pd


def in_euros(sales, fx):
    n = len(sales)
    published = fx.dropna(subset=["rate"])
    events = pd.DataFrame(
        {
            "time": pd.concat([published["since"], sales["at"]], ignore_index=True),
            "currency": pd.concat([published["currency"], sales["currency"]], ignore_index=True),
            "sale": [-1] * len(published) + list(range(n)),
            "rate": pd.concat([published["rate"], pd.Series([float("nan")] * n, dtype=float)], ignore_index=True),
        }
    )
    # The concatenation has rates before sales, and corrections below what they correct; a stable sort leaves that so.
    events = events.sort_values("time", kind="stable")
    events["rate"] = events.groupby("currency")["rate"].ffill()
    rate = events[events["sale"] >= 0].sort_values("sale")["rate"].to_numpy()
    return sales.assign(rate=rate, eur=sales["amount"].to_numpy() * rate)
