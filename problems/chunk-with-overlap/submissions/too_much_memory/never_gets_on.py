# With an overlap of the size or more, the same chunk again and again, for ever.


def chunks(tokens, size, overlap):
    found = []
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found.append((start, end))
        if end == tokens:
            break
        start = end - overlap
    return found
