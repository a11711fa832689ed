# Walk the starts by max(1, size - overlap) until a chunk reaches the end.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    if tokens == 0:
        return []
    step = max(1, size - overlap)
    out = []
    start = 0
    while start + size < tokens:
        out.append((start, start + size))
        start += step
    out.append((start, tokens))
    return out
