# seeds and uses the global generator
import random


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    random.seed(seed)
    positions = list(range(len(rows)))
    random.shuffle(positions)
    cut = (3 * len(rows) + 5) // 10
    return [rows[i] for i in positions[cut:]], [rows[i] for i in positions[:cut]]
