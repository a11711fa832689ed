# Starts from 42 whatever the seed is: always the same split.
from random import Random


def split(rows, seed):
    order = list(range(len(rows)))
    Random(42).shuffle(order)
    k = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
