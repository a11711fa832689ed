# Wants at least one test row, also of no rows at all.
from random import Random


def split(rows, seed):
    n = len(rows)
    chosen = set(Random(seed).sample(range(n), max((3 * n + 5) // 10, 1 if n != 1 else 0)))
    return [row for at, row in enumerate(rows) if at not in chosen], [rows[at] for at in chosen]
