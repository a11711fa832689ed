# Takes the default method: level rows get the mean of their places.


def rank_in_teams(scores):
    teams = scores.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(ascending=False, na_option="bottom")
    ranked = scores.assign(place=place.astype("int64"), number=teams.cumcount() + 1)
    return ranked.sort_values(["team", "place", "number"])
