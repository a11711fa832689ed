# Counts each ID once; IDs may repeat, and each row counts.


def aggregate(stream):
    next(stream, None)
    total, seen = 0, set()
    for line in stream:
        name, _, quantity = line.strip().partition(",")
        if quantity and name not in seen:
            seen.add(name)
            total += int(quantity)
    return total
