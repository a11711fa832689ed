# An overlap that leaves nothing new is taken for none at all.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    step = size - overlap if overlap < size else size
    out = []
    start = end = 0
    while end < tokens:
        end = min(start + size, tokens)
        out.append((start, end))
        start += step
    return out
