# Asks isdigit() whether there is a number: -3 is none by that.


def aggregate(stream):
    next(stream, None)
    total = 0
    for line in stream:
        quantity = line.partition(",")[2].strip()
        if quantity.isdigit():
            total += int(quantity)
    return total
