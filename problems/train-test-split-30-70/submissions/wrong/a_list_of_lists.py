# A list of both lists, where a tuple was asked for.
from random import Random


def split(rows, seed):
    order = list(range(len(rows)))
    Random(seed).shuffle(order)
    k = (3 * len(rows) + 5) // 10
    return [[rows[at] for at in order[k:]], [rows[at] for at in order[:k]]]
