# round(0.3 * n) rounds 4.5 down to 4
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    positions = list(range(len(rows)))
    random.Random(seed).shuffle(positions)
    cut = round(0.3 * len(rows))
    return [rows[i] for i in positions[cut:]], [rows[i] for i in positions[:cut]]
