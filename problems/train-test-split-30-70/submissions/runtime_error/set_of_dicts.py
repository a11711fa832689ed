# Dicts cannot be put into a set.
from random import Random


def split(rows, seed):
    test = Random(seed).sample(rows, (3 * len(rows) + 5) // 10)
    return list(set(rows) - set(test)), test
