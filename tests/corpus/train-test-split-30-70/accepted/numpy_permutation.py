# numpy's permutation of the positions as a mask
import numpy as np


def split(rows: list[dict[str, int]], seed: int) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    n = len(rows)
    is_test = np.zeros(n, dtype=bool)
    is_test[np.random.default_rng(seed).permutation(n)[: (3 * n + 5) // 10]] = True
    flags = is_test.tolist()
    train = [row for row, flag in zip(rows, flags, strict=True) if not flag]
    test = [row for row, flag in zip(rows, flags, strict=True) if flag]
    return train, test
