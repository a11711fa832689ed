# Draws positions and keeps those that are not in the list yet: each question goes through it.
from random import Random


def split(rows, seed):
    rng = Random(seed)
    n = len(rows)
    chosen = []
    while len(chosen) < (3 * n + 5) // 10:
        at = rng.randrange(n)
        if at not in chosen:
            chosen.append(at)
    apart = set(chosen)
    return [row for at, row in enumerate(rows) if at not in apart], [rows[at] for at in chosen]
