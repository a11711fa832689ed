# A range with a step of size - overlap, which may be 0.


def chunks(tokens, size, overlap):
    found = []
    for start in range(0, tokens, size - overlap):
        found.append((start, min(start + size, tokens)))
        if start + size >= tokens:
            break
    return found
