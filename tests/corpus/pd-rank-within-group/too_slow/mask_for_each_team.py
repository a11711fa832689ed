# filters the whole table once for each team
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    names = sorted(scores["team"].dropna().unique())
    parts = [scores[scores["team"] == name] for name in names] + [scores[scores["team"].isna()]]
    done = []
    for part in parts:
        part = part[["team", "player", "points"]].copy()
        part["place"] = part["points"].rank(ascending=False, method="min", na_option="bottom").astype("int64")
        part["number"] = pd.Series(range(1, len(part) + 1), index=part.index, dtype="int64")
        part["number"] = part["number"].astype("int64")
        done.append(part.sort_values(["place", "number"]))
    return pd.concat(done, ignore_index=True)
