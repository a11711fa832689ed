# Takes each row with the chance "still wanted / still left" (Knuth's algorithm S): one walk, no set, the order stays.
from random import Random


def split(rows, seed):
    draw = Random(seed).random
    wanted = (3 * len(rows) + 5) // 10
    train, test = [], []
    for left, row in zip(range(len(rows), 0, -1), rows):
        if draw() * left < wanted:
            test.append(row)
            wanted -= 1
        else:
            train.append(row)
    return train, test
