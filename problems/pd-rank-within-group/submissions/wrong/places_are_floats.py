# Leaves the places as rank gives them: floats.


def rank_in_teams(scores):
    teams = scores.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(method="min", ascending=False, na_option="bottom")
    return scores.assign(place=place, number=teams.cumcount() + 1).sort_values(["team", "place", "number"])
