# Every third row or so from a random start: every row equally often, neighbours never together.
from random import Random


def split(rows, seed):
    n = len(rows)
    k = (3 * n + 5) // 10
    start = Random(seed).randrange(n) if n else 0
    chosen = {(start + at * n // k) % n for at in range(k)}
    return [row for at, row in enumerate(rows) if at not in chosen], [rows[at] for at in sorted(chosen)]
