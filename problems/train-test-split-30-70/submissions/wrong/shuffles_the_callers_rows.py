# Shuffles the list that it was given.
from random import Random


def split(rows, seed):
    Random(seed).shuffle(rows)
    k = (3 * len(rows) + 5) // 10
    return rows[k:], rows[:k]
