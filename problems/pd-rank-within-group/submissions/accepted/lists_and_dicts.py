# Plain Python over the columns: a dictionary of teams, each sorted by itself; many times slower, the same growth: accepted.
import pandas as pd


def rank_in_teams(scores):
    teams = {}
    for team, player, points in zip(scores["team"].tolist(), scores["player"].tolist(), scores["points"].tolist()):
        if team is not None and team != team:
            team = None
        members = teams.setdefault(team, [])
        members.append((points != points, -points if points == points else 0.0, len(members) + 1, player))
    rows = []
    for team in sorted(teams, key=lambda team: (team is None, team or "")):
        place = 0
        before = None
        for at, (missing, falling, number, player) in enumerate(sorted(teams[team]), 1):
            if (missing, falling) != before:
                place, before = at, (missing, falling)
            rows.append((team, player, None if missing else -falling, place, number))
    ranked = pd.DataFrame(rows, columns=["team", "player", "points", "place", "number"])
    return ranked.astype({"player": "int64", "points": "float64", "place": "int64", "number": "int64"})
