# landau: reference
# Draws the test positions from a generator of its own, and asks a set of them about each row: O(n).
from random import Random


def split(rows, seed):
    n = len(rows)
    chosen = set(Random(seed).sample(range(n), (3 * n + 5) // 10))
    train = [row for at, row in enumerate(rows) if at not in chosen]
    test = [rows[at] for at in sorted(chosen)]
    return train, test
