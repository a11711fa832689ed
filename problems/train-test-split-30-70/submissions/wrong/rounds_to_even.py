# round() gives the even number for a half: 4 of 15.
from random import Random


def split(rows, seed):
    order = list(range(len(rows)))
    Random(seed).shuffle(order)
    k = round(0.3 * len(rows))
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
