# Gives up where the overlap is too large.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    if overlap >= size:
        return []
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((start, end))
        if end == tokens:
            break
        start += step
    return found
