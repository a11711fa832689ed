# Trusts the log to be in order of time.
def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    times = {}
    for user, t in dict.fromkeys(rows):
        if user:
            times.setdefault(user, []).append(t)
    out = []
    for user, seconds in times.items():
        number, start, end, events = 1, seconds[0], seconds[0], 1
        for t in seconds[1:]:
            if t - end > gap_minutes * 60:
                out.append((user, number, start, end, events))
                number, start, events = number + 1, t, 0
            end = t
            events += 1
        out.append((user, number, start, end, events))
    return out
