# A Python loop over groupby: each row is touched once, at half a millisecond for each team: accepted.
import pandas as pd


def rank_in_teams(scores):
    parts = [scores.head(0).assign(place=0, number=0)]
    for _, part in scores.groupby("team", dropna=False):
        part = part.assign(
            place=part["points"].rank(method="min", ascending=False, na_option="bottom").astype("int64").to_numpy(),
            number=range(1, len(part) + 1),
        )
        parts.append(part.sort_values(["place", "number"]))
    return pd.concat(parts if len(parts) == 1 else parts[1:])
