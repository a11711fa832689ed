# Does not cut the last chunk.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = start + size
        found.append((start, end))
        if end >= tokens:
            break
        start += step
    return found
