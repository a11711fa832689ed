# each row is tested with probability 0.3, so the number is not fixed
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    rng = random.Random(seed)
    train, test = [], []
    for row in rows:
        (test if rng.random() < 0.3 else train).append(row)
    return train, test
