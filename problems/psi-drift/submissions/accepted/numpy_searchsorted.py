# The same in arrays, all in C: accepted.
import numpy as np


def psi(expected, actual, bins):
    old = np.array(expected, dtype=float)
    new = np.array(actual, dtype=float)
    old = np.sort(old[~np.isnan(old)])
    new = new[~np.isnan(new)]
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    cuts = np.unique(old[np.arange(1, bins) * len(old) // bins])

    def shares(values):
        places = np.searchsorted(cuts, values, side="right")
        counts = np.bincount(places, minlength=len(cuts) + 1)
        return np.where(counts == 0, 0.0001, counts / len(values))

    p, q = shares(old), shares(new)
    return float(np.sum((q - p) * np.log(q / p)))
