# The same with numpy.random.seed, as in many notebooks.
import numpy as np


def split(rows, seed):
    np.random.seed(seed)
    order = np.random.permutation(len(rows)).tolist()
    k = (3 * len(rows) + 5) // 10
    return [rows[at] for at in order[k:]], [rows[at] for at in order[:k]]
