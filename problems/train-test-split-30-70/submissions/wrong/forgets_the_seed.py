# Starts its generator from the clock: another split in every run.
from random import Random


def split(rows, seed):
    order = list(range(len(rows)))
    Random().shuffle(order)
    k = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
