# All lines at once: several times the size of the stream.


def aggregate(stream):
    lines = stream.readlines()[1:]
    return sum(int(quantity) for line in lines if (quantity := line.partition(",")[2].strip()))
