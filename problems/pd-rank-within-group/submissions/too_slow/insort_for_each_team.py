# Keeps each team's points sorted by insort and searches them: a fast search, but each insertion moves half of the team.
from bisect import bisect_left, insort

import pandas as pd


def rank_in_teams(scores):
    rows = []
    kept, seen = {}, {}
    for team, player, points in zip(scores["team"].tolist(), scores["player"].tolist(), scores["points"].tolist()):
        team = None if team != team else team
        seen[team] = seen.get(team, 0) + 1
        falling = kept.setdefault(team, [])
        if points == points:
            insort(falling, -points)
        rows.append((team, player, points, seen[team]))
    found = []
    for team, player, points, number in rows:
        falling = kept[team]
        place = 1 + (bisect_left(falling, -points) if points == points else len(falling))
        found.append((team, player, points, place, number))
    found.sort(key=lambda row: (row[0] is None, row[0] or "", row[3], row[4]))
    ranked = pd.DataFrame(found, columns=["team", "player", "points", "place", "number"])
    return ranked.astype({"player": "int64", "points": "float64", "place": "int64", "number": "int64"})
