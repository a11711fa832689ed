# Tosses for each row: about 30 % are tested.
from random import Random


def split(rows, seed):
    rng = Random(seed)
    train, test = [], []
    for row in rows:
        (test if rng.random() < 0.3 else train).append(row)
    return train, test
