# Measures the gap from the start of the session and not from its last event.
def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    out = []
    for user, t in sorted({row for row in rows if row[0]}):
        if out and out[-1][0] == user and t - out[-1][2] <= gap_minutes * 60:
            _, number, start, _, events = out[-1]
            out[-1] = (user, number, start, t, events + 1)
        else:
            number = out[-1][1] + 1 if out and out[-1][0] == user else 1
            out.append((user, number, t, t, 1))
    return out
