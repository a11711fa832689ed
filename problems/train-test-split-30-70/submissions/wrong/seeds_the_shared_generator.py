# Seeds the generator that everybody shares: a right split, and the caller's chance is gone.
import random


def split(rows, seed):
    random.seed(seed)
    order = list(range(len(rows)))
    random.shuffle(order)
    k = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
