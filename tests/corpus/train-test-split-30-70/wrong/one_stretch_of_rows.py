# a stretch of neighbouring rows from a random place on is tested
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    n = len(rows)
    if n == 0:
        return [], []
    size = (3 * n + 5) // 10
    begin = random.Random(seed).randrange(n)
    turned = rows[begin:] + rows[:begin]
    return turned[size:], turned[:size]
