# Reads line by line, but the brackets keep every number until all are there.


def aggregate(stream):
    next(stream, None)
    quantities = [line.partition(",")[2].strip() for line in stream]
    return sum([int(quantity) for quantity in quantities if quantity])
