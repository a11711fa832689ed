# A document without tokens becomes an empty chunk.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    if tokens == 0:
        return [(0, 0)]
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
