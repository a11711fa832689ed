# Asks for a first line without saying what to do if there is none: StopIteration on an empty stream.


def aggregate(stream):
    next(stream)
    total = 0
    for line in stream:
        quantity = line.partition(",")[2].strip()
        if quantity:
            total += int(quantity)
    return total
