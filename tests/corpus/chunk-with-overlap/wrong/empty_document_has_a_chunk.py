# Makes the first chunk before it looks at the end: an empty document gets one, too.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    step = max(1, size - overlap)
    out = []
    start = 0
    while True:
        end = min(start + size, tokens)
        out.append((start, end))
        if end == tokens:
            return out
        start += step
