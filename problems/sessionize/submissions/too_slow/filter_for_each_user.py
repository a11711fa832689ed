# Filters all rows anew for each user: O(U * n), quadratic where most users have only a few events.


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
    answer = []
    for user in {user for user, _ in rows if user}:
        mine = sorted({second for name, second in rows if name == user})
        answer += cut(user, mine, gap_minutes * 60)
    return answer
