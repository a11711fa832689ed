# Looks every user up in a list of those seen so far: O(U) for each row.


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
    users, times = [], []
    for user, second in rows:
        if user not in users:
            users.append(user)
            times.append([])
        times[users.index(user)].append(second)
    answer = []
    for user, mine in zip(users, times):
        if user:
            answer += cut(user, sorted(set(mine)), gap_minutes * 60)
    return answer
