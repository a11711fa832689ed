# Takes the first blank line for the end of the stream.
def aggregate(stream) -> int:
    stream.readline()
    total = 0
    while line := stream.readline().strip():
        value = line.split(",")[1]
        if value:
            total += int(value)
    return total
