# Adds each chunk to a new copy of the list: O(chunks^2).


def chunks(tokens, size, overlap):
    found = []
    step = max(1, size - overlap)
    start = 0
    while start < tokens:
        end = min(start + size, tokens)
        found = found + [(start, end)]
        if end == tokens:
            break
        start += step
    return found
