# Goes through all starts up to the end of the document and skips those after the last chunk.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    step = max(1, size - overlap)
    out = []
    for start in range(0, tokens, step):
        if not out or out[-1][1] < tokens:
            out.append((start, min(start + size, tokens)))
    return out
