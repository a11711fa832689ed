# Numbers the rows after sorting, so in the order of places instead of the table.


def rank_in_teams(scores):
    teams = scores.groupby("team", dropna=False, sort=False)
    place = teams["points"].rank(method="min", ascending=False, na_option="bottom")
    ranked = scores.assign(place=place.astype("int64")).sort_values(["team", "place"], kind="stable")
    return ranked.assign(number=ranked.groupby("team", dropna=False).cumcount() + 1)
