# The number of chunks by a formula, then one comprehension.
def chunks(tokens: int, size: int, overlap: int) -> list[tuple[int, int]]:
    if tokens <= 0:
        return []
    step = max(size - overlap, 1)
    more = max(0, -((size - tokens) // step))
    return [(i * step, min(i * step + size, tokens)) for i in range(more + 1)]
