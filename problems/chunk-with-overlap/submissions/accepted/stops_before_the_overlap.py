# Starts only where a token is left that the chunk before does not hold: a range, and no break: accepted.


def chunks(tokens, size, overlap):
    step = max(1, size - overlap)
    shared = size - step
    last = max(tokens - shared, min(tokens, 1))
    return [(start, min(start + size, tokens)) for start in range(0, last, step)]
