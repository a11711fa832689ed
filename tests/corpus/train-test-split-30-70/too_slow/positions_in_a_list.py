# the chosen positions are looked up in a list
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    n = len(rows)
    chosen = random.Random(seed).sample(range(n), (3 * n + 5) // 10)
    train = [rows[i] for i in range(n) if i not in chosen]
    test = [rows[i] for i in range(n) if i in chosen]
    return train, test
