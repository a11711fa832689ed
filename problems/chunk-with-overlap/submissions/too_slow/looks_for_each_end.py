# Walks from each start to its end, a token at a time: O(chunks * size).


def chunks(tokens, size, overlap):
    found = []
    start = 0
    while start < tokens:
        end = start
        while end < tokens and end - start < size:
            end += 1
        found.append((start, end))
        if end == tokens:
            break
        start += max(1, size - overlap)
    return found
