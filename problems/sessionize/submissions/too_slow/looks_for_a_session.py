# For each event, looks through all sessions of its user for those that it touches, and joins them: O(n^2) if there are many.


def sessionize(rows, gap_minutes):
    gap = gap_minutes * 60
    sessions = {}
    for user, second in set(rows):
        if not user:
            continue
        mine = sessions.setdefault(user, [])
        touched = [one for one in mine if one[0] - gap <= second <= one[1] + gap]
        joined = [second, second, 1]
        for one in touched:
            joined = [min(joined[0], one[0]), max(joined[1], one[1]), joined[2] + one[2]]
        if touched:
            touched[0][:] = joined
            for one in touched[1:]:
                mine.remove(one)
        else:
            mine.append(joined)
    return [
        (user, number, *session) for user, mine in sessions.items() for number, session in enumerate(sorted(mine), 1)
    ]
