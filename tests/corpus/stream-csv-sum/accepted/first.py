# Line by line: strip the end, take what follows the comma, skip what is empty.
def aggregate(stream) -> int:
    total = 0
    stream.readline()
    for line in stream:
        quantity = line.rstrip("\r\n").rpartition(",")[2]
        if quantity:
            total += int(quantity)
    return total
