# numpy.histogram between the smallest and the largest old value: what is new beyond them is lost.
import numpy as np


def psi(expected, actual, bins):
    old = np.sort(np.array([x for x in expected if x == x]))
    new = np.array([x for x in actual if x == x])
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    cuts = [old[i * len(old) // bins] for i in range(1, bins)]
    ends = np.unique([old[0], *cuts, old[-1]])
    if len(ends) < 2:
        return 0.0
    p = np.histogram(old, ends)[0] / len(old)
    q = np.histogram(new, ends)[0] / len(new)
    p = np.where(p == 0, 0.0001, p)
    q = np.where(q == 0, 0.0001, q)
    return float(np.sum((q - p) * np.log(q / p)))
