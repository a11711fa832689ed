# Reads the whole text and splits it into lines.
def aggregate(stream) -> int:
    total = 0
    for line in stream.read().splitlines()[1:]:
        if line:
            value = line.split(",")[1]
            if value:
                total += int(value)
    return total
