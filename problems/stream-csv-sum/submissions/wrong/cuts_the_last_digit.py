# Takes a line end for granted: a last row without one loses its last digit.


def aggregate(stream):
    next(stream, None)
    total = 0
    for line in stream:
        quantity = line[:-1].partition(",")[2].strip()
        if quantity.strip("-"):
            total += int(quantity)
    return total
