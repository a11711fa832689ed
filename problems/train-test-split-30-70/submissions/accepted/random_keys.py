# Sorts the positions by random keys: O(n log n), which the statement allows.
from random import Random


def split(rows, seed):
    rng = Random(seed)
    order = sorted(range(len(rows)), key=[rng.random() for _ in rows].__getitem__)
    cut = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[cut:]], [rows[at] for at in order[:cut]]
