# Shuffles by popping at random places until a copy is empty, then deals from the front: each pop moves what lies behind, in C.
from random import Random


def split(rows, seed):
    rng = Random(seed)
    left, shuffled = list(rows), []
    while left:
        shuffled.append(left.pop(rng.randrange(len(left))))
    test = []
    while len(test) < (3 * len(rows) + 5) // 10:
        test.append(shuffled.pop(0))
    return shuffled, test
