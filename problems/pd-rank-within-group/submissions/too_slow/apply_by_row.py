# Counts for each row, by apply, who of its team has more: each looks through the whole table, O(n^2).
import numpy as np


def rank_in_teams(scores):
    ranked = scores.assign(key=scores["team"].fillna("\U0010ffff"), number=0)
    ranked["number"] = ranked.groupby("key").cumcount() + 1
    keys, points = ranked["key"].to_numpy(), ranked["points"].to_numpy()

    def place(row):
        others = points[keys == row["key"]]
        if np.isnan(row["points"]):
            return 1 + np.count_nonzero(~np.isnan(others))
        return 1 + np.count_nonzero(others > row["points"])

    ranked["place"] = [place(row) for _, row in ranked.iterrows()]
    ranked = ranked.astype({"place": "int64"}).sort_values(["team", "place", "number"])
    return ranked[["team", "player", "points", "place", "number"]]
