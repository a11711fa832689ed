# landau: reference
# Steps from start to start, until a chunk reaches the end: O(number of chunks).


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
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
