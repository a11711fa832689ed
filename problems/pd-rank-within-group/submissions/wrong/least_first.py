# Ranks the least points first.


def rank_in_teams(scores):
    teams = scores.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(method="min", na_option="bottom")
    ranked = scores.assign(place=place.astype("int64"), number=teams.cumcount() + 1)
    return ranked.sort_values(["team", "place", "number"])
