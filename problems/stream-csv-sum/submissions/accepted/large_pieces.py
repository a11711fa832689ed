# A quarter of a megabyte at a time, split into lines; what follows the last line end waits for the next piece.


def aggregate(stream):
    total, rest, header = 0, "", True
    while True:
        piece = stream.read(1 << 18)
        lines = (rest + piece).split("\n")
        rest = lines.pop() if piece else ""
        if header and lines:
            del lines[0]
            header = False
        total += sum(int(parts[2]) for line in lines if (parts := line.partition(","))[2].strip())
        if not piece:
            return total
