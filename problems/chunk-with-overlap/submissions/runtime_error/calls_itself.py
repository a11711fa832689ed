# A call within a call for each chunk: too deep for a long document.


def chunks(tokens, size, overlap, start=0):
    if start >= tokens:
        return []
    end = min(start + size, tokens)
    rest = [] if end == tokens else chunks(tokens, size, overlap, start + max(1, size - overlap))
    rest.insert(0, (start, end))
    return rest
