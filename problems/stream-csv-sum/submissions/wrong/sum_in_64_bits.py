# Adds in 64 bits with a sign, and wraps around as many databases' and numpy's integers do.


def aggregate(stream):
    next(stream, None)
    total = 0
    for line in stream:
        quantity = line.partition(",")[2].strip()
        if quantity:
            total = (total + int(quantity) + 2**63) % 2**64 - 2**63
    return total
