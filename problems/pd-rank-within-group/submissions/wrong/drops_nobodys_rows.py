# Groups with the default dropna: rows without a team get no place, and are dropped.


def rank_in_teams(scores):
    known = scores.dropna(subset=["team"])
    teams = known.groupby("team", sort=False)
    place = teams["points"].rank(method="min", ascending=False, na_option="bottom")
    ranked = known.assign(place=place.astype("int64"), number=teams.cumcount() + 1)
    return ranked.sort_values(["team", "place", "number"])
