# the fewest points come first
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    out = scores[["team", "player", "points"]].reset_index(drop=True)
    groups = out.groupby("team", dropna=False)
    rank = groups["points"].rank(method="min", na_option="bottom")
    out["place"] = rank.astype("int64")
    out["number"] = groups.cumcount() + 1
    return out.sort_values(["team", "place", "number"], na_position="last", ignore_index=True)
