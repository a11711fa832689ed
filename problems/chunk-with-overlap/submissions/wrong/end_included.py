# Gives the last token as the end.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((start, end - 1))
        if end == tokens:
            break
        start += step
    return found
