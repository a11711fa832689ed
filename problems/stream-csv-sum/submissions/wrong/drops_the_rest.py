# Reads large pieces and takes each for whole lines: rows that lie across two pieces are added in two parts.


def aggregate(stream):
    next(stream, None)
    total = 0
    while piece := stream.read(4096):
        for line in piece.split("\n"):
            quantity = line.partition(",")[2].strip()
            if quantity.strip("-"):
                total += int(quantity)
    return total
