# Sort all rows by time; a dictionary holds the open session of each user.
def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    limit = gap_minutes * 60
    current = {}
    done = []
    for user, t in sorted(rows, key=lambda row: row[1]):
        if user == "":
            continue
        session = current.get(user)
        if session is None:
            current[user] = [1, t, t, 1]
        elif session[2] == t:
            continue
        elif t - session[2] <= limit:
            session[2] = t
            session[3] += 1
        else:
            done.append((user, *session))
            current[user] = [session[0] + 1, t, t, 1]
    done.extend((user, *session) for user, session in current.items())
    return done
