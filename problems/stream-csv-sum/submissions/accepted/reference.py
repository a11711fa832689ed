# landau: reference
# One line at a time, one number kept: O(n) time, O(1) memory.


def aggregate(stream):
    next(stream, None)
    total = 0
    for line in stream:
        quantity = line.partition(",")[2]
        if quantity and not quantity.isspace():
            total += int(quantity)
    return total
