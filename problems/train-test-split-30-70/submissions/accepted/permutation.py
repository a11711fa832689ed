# A permutation by numpy, cut in two.
import numpy as np


def split(rows, seed):
    order = np.random.default_rng(seed).permutation(len(rows)).tolist()
    cut = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[cut:]], [rows[at] for at in order[:cut]]
