# missing points have a missing rank, which is no whole number
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    out = scores.reset_index(drop=True)
    groups = out.groupby("team", dropna=False)
    out["place"] = groups["points"].rank(method="min", ascending=False).astype("int64")
    out["number"] = groups.cumcount() + 1
    return out.sort_values(["team", "place", "number"], ignore_index=True)
