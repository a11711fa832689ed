# Adds up floats, which have 53 bits.
def aggregate(stream) -> int:
    total = 0.0
    next(stream, None)
    for line in stream:
        _, _, value = line.strip().partition(",")
        if value:
            total += float(value)
    return int(total)
