# Sorts the rows in place before it walks: right sessions, and the caller's log is in another order.


def sessionize(rows, gap_minutes):
    rows.sort()
    sessions = []
    before = None
    for row in rows:
        user, second = row
        if not user or row == before:
            continue
        if before is not None and before[0] == user and second - before[1] <= gap_minutes * 60:
            sessions[-1][3:] = [second, sessions[-1][4] + 1]
        else:
            number = sessions[-1][1] + 1 if before is not None and before[0] == user else 1
            sessions.append([user, number, second, second, 1])
        before = row
    return [tuple(session) for session in sessions]
