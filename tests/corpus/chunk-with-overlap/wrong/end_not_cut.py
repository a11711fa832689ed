# The last chunk keeps its full size and ends behind the document.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    step = max(1, size - overlap)
    out = []
    start = end = 0
    while end < tokens:
        end = start + size
        out.append((start, end))
        start += step
    return out
