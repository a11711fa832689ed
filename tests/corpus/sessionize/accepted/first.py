# Remove duplicates with a set, sort by user and time, cut where the gap is too long.
def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    gap = gap_minutes * 60
    out = []
    user = None
    number = start = end = events = 0
    for name, t in sorted({(name, t) for name, t in rows if name != ""}):
        if name == user and t - end <= gap:
            end = t
            events += 1
            continue
        if user is not None:
            out.append((user, number, start, end, events))
        number = number + 1 if name == user else 1
        user = name
        start = end = t
        events = 1
    if user is not None:
        out.append((user, number, start, end, events))
    return out
