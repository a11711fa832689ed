# Keeps the times of each user sorted with insort: every insertion moves what is behind it, so O(n^2) on the newest first.
from bisect import bisect_left
from collections import defaultdict


def cut(user, ordered, gap):
    sessions = []
    for second in ordered:
        if sessions and second - sessions[-1][1] <= gap:
            sessions[-1][1] = second
            sessions[-1][2] += 1
        else:
            sessions.append([second, second, 1])
    return [(user, number, *session) for number, session in enumerate(sessions, 1)]


def sessionize(rows, gap_minutes):
    times = defaultdict(list)
    for user, second in rows:
        mine = times[user]
        at = bisect_left(mine, second)
        if at == len(mine) or mine[at] != second:
            mine.insert(at, second)
    times.pop("", None)
    return [session for user, mine in times.items() for session in cut(user, mine, gap_minutes * 60)]
