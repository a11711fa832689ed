# sample the test positions with a generator of its own, then deal the rows in their order
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    n = len(rows)
    k = (3 * n + 5) // 10
    chosen = set(random.Random(seed).sample(range(n), k))
    train = []
    test = []
    for i, row in enumerate(rows):
        if i in chosen:
            test.append(row)
        else:
            train.append(row)
    return train, test
