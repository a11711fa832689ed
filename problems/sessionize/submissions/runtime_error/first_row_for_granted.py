# Begins with the first row without asking whether there is one.


def sessionize(rows, gap_minutes):
    ordered = sorted({row for row in rows if row[0]})
    user, start = ordered[0]
    number, end, events = 1, start, 0
    answer = []
    for name, second in ordered:
        if name != user or second - end > gap_minutes * 60:
            answer.append((user, number, start, end, events))
            number = number + 1 if name == user else 1
            user, start, events = name, second, 0
        end = second
        events += 1
    return [*answer, (user, number, start, end, events)]
