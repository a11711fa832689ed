# Moves the last chunk back until it is full.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((max(0, end - size), end))
        if end == tokens:
            break
        start += step
    return found
