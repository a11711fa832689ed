# groupby with the missing team as a group, sort_values puts it last
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    out = scores.reset_index(drop=True)
    teams = out.groupby("team", dropna=False)
    out["number"] = teams.cumcount() + 1
    out["place"] = teams["points"].rank(ascending=False, method="min", na_option="bottom").astype("int64")
    out = out.sort_values(["team", "place", "number"], na_position="last")
    return out[["team", "player", "points", "place", "number"]]
