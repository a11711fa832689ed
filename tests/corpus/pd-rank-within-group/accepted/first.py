# team codes by factorize (missing team last), groupby rank and cumcount, one sort
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    out = scores[["team", "player", "points"]].reset_index(drop=True)
    codes, teams = pd.factorize(out["team"], sort=True)
    codes[codes < 0] = len(teams)
    out["code"] = codes
    groups = out.groupby("code", sort=False)
    out["place"] = groups["points"].rank(method="min", ascending=False, na_option="bottom").astype("int64")
    out["number"] = (groups.cumcount() + 1).astype("int64")
    out = out.sort_values(["code", "place", "number"], ignore_index=True)
    return out[["team", "player", "points", "place", "number"]]
