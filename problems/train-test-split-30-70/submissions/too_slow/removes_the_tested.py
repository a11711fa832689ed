# Takes each test row out of a copy by remove, which compares dicts from the front.
from random import Random


def split(rows, seed):
    test = Random(seed).sample(rows, (3 * len(rows) + 5) // 10)
    train = rows.copy()
    for row in test:
        train.remove(row)
    return train, test
