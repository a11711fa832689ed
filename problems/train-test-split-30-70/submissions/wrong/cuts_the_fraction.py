# int() cuts: 1 of 5.
from random import Random


def split(rows, seed):
    order = list(range(len(rows)))
    Random(seed).shuffle(order)
    k = int(0.3 * len(rows))
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
