# Measures from the start of the session, which limits its length, instead of from the event before.


def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    gap = gap_minutes * 60
    sessions = []
    user, number, start, end, events = "", 0, 0, 0, 0
    for name, second in sorted(set(rows)):
        if not name:
            continue
        if name == user and second - start <= gap:
            end = second
            events += 1
            continue
        if user:
            sessions.append((user, number, start, end, events))
        number = number + 1 if name == user else 1
        user, start, end, events = name, second, second, 1
    if user:
        sessions.append((user, number, start, end, events))
    return sessions
