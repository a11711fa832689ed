# Converts every quantity, the missing ones too.
def aggregate(stream) -> int:
    next(stream, None)
    return sum(int(line.split(",")[1]) for line in stream if line.strip())
