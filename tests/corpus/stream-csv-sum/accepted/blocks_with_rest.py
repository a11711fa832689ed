# Read blocks of 64 Ki characters and carry the unfinished line over to the next one.
def quantity(line):
    value = line.strip()
    if not value:
        return 0
    value = value[value.index(",") + 1 :]
    return int(value) if value else 0


def aggregate(stream) -> int:
    total = 0
    rest = ""
    header = True
    while block := stream.read(1 << 16):
        lines = (rest + block).split("\n")
        rest = lines.pop()
        for line in lines:
            if header:
                header = False
            else:
                total += quantity(line)
    if rest and not header:
        total += quantity(rest)
    return total
