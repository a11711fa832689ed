# By numpy, which brings floats of its own: accepted.
import math

import numpy as np


def ztest(x1, n1, x2, n2):
    x, n = np.array([x1, x2], dtype=float), np.array([n1, n2], dtype=float)
    pooled = x.sum() / n.sum()
    if pooled == 0 or pooled == 1:
        return 0.0, 1.0
    z = np.subtract(*(x / n)) / np.sqrt(pooled * (1 - pooled) * (1 / n).sum())
    return z, np.float64(math.erfc(np.abs(z) / np.sqrt(2)))
