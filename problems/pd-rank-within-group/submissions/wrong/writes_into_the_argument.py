# Puts the new columns into the frame that it was given.


def rank_in_teams(scores):
    teams = scores.groupby("team", dropna=False, sort=False)
    scores["place"] = teams["points"].rank(method="min", ascending=False, na_option="bottom").astype("int64")
    scores["number"] = teams.cumcount() + 1
    return scores.sort_values(["team", "place", "number"])
