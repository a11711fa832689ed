# Goes on until a start lies behind the document: the last chunks hold nothing new.


def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((start, end))
        start += step
    return found
