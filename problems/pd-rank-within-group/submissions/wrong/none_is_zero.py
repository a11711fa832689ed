# Makes zero points of missing ones, which then stand above negative ones.


def rank_in_teams(scores):
    filled = scores.assign(points=scores["points"].fillna(0))
    teams = filled.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(method="min", ascending=False)
    ranked = scores.assign(place=place.astype("int64"), number=teams.cumcount() + 1)
    return ranked.sort_values(["team", "place", "number"])
