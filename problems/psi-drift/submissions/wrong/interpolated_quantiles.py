# numpy.quantile as it comes: it interpolates between two values.
import numpy as np


def psi(expected, actual, bins):
    old = np.array([x for x in expected if x == x])
    new = np.array([x for x in actual if x == x])
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    cuts = np.unique(np.quantile(old, np.arange(1, bins) / bins))
    shares = []
    for values in (old, new):
        counts = np.bincount(np.searchsorted(cuts, values, side="right"), minlength=len(cuts) + 1)
        shares.append(np.where(counts == 0, 0.0001, counts / len(values)))
    p, q = shares
    return float(np.sum((q - p) * np.log(q / p)))
