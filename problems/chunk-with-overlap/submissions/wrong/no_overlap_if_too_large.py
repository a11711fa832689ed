# Takes no overlap at all where it is too large.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    found = []
    step = size - overlap if overlap < size else size
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((start, end))
        if end == tokens:
            break
        start += step
    return found
