# The last chunk is moved back so that it is full, too.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    step = max(1, size - overlap)
    out = []
    start = 0
    while start + size < tokens:
        out.append((start, start + size))
        start += step
    if tokens:
        out.append((max(0, tokens - size), tokens))
    return out
