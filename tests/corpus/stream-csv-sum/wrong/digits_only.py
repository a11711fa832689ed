# Adds what isdigit() accepts and so leaves negative quantities out.
def aggregate(stream) -> int:
    total = 0
    for line in stream:
        value = line.strip().rpartition(",")[2]
        if value.isdigit():
            total += int(value)
    return total
