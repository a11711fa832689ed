# For each user go through all rows again.
def sessionize(rows: list[tuple[str, int]], gap_minutes: int) -> list[tuple[str, int, int, int, int]]:
    out = []
    for user in {u for u, _ in rows if u}:
        times = sorted({t for u, t in rows if u == user})
        number = 1
        start = end = times[0]
        events = 1
        for t in times[1:]:
            if t - end > gap_minutes * 60:
                out.append((user, number, start, end, events))
                number += 1
                start = t
                events = 0
            end = t
            events += 1
        out.append((user, number, start, end, events))
    return out
