# landau: reference
# groupby's own rank and cumcount, then one sort: O(n log n).
import pandas as pd


def rank_in_teams(scores: pd.DataFrame) -> pd.DataFrame:
    teams = scores.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(method="min", ascending=False, na_option="bottom")
    ranked = scores.assign(place=place.astype("int64"), number=teams.cumcount() + 1)
    return ranked.sort_values(["team", "place", "number"], ignore_index=True)
