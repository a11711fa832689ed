# for each sale all rates are filtered
import pandas as pd


def in_euros(sales: pd.DataFrame, fx: pd.DataFrame) -> pd.DataFrame:
    known = fx[fx["rate"].notna()].sort_values("since", kind="stable")
    found = []
    for at, currency in zip(sales["at"], sales["currency"], strict=True):
        held = known[(known["currency"] == currency) & (known["since"] <= at)]
        found.append(held["rate"].iloc[-1] if len(held) else float("nan"))
    out = sales[["at", "currency", "amount"]].reset_index(drop=True)
    out["rate"] = pd.Series(found, dtype="float64")
    out["eur"] = out["amount"] * out["rate"]
    return out
