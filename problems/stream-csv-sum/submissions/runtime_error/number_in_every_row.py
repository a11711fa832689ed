# Turns whatever follows the comma into a number; a missing quantity is none.


def aggregate(stream):
    next(stream, None)
    return sum(int(line.split(",")[1]) for line in stream if line.strip())
