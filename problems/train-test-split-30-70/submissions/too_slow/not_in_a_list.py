# Asks a list of the chosen positions about each row: O(n^2).
from random import Random


def split(rows, seed):
    n = len(rows)
    chosen = Random(seed).sample(range(n), (3 * n + 5) // 10)
    train = [rows[at] for at in range(n) if at not in chosen]
    return train, [rows[at] for at in chosen]
