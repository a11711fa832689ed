# A numpy mask over all values for each bin: in C, and O(n * bins) all the same.
import numpy as np


def psi(expected, actual, bins):
    old = np.array([x for x in expected if x == x])
    new = np.array([x for x in actual if x == x])
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    ordered = np.sort(old)
    ends = np.unique([-np.inf] + [ordered[i * len(ordered) // bins] for i in range(1, bins)] + [np.inf])
    total = 0.0
    for low, high in zip(ends[:-1], ends[1:]):
        p = len(old[(old >= low) & (old < high)]) / len(old) or 0.0001
        q = len(new[(new >= low) & (new < high)]) / len(new) or 0.0001
        total += (q - p) * np.log(q / p)
    return float(total)
