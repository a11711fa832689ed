# A random window of neighbours, round the end: every row is tested equally often, neighbours together.
from random import Random


def split(rows, seed):
    n = len(rows)
    start = Random(seed).randrange(n) if n else 0
    turned = rows[start:] + rows[:start]
    k = (3 * n + 5) // 10
    return turned[k:], turned[:k]
