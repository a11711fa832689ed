# Adds floats, which skip integers beyond 2^53.


def aggregate(stream):
    next(stream, None)
    total = 0.0
    for line in stream:
        quantity = line.partition(",")[2].strip()
        if quantity:
            total += float(quantity)
    return int(total)
