# interpolated quantiles as edges, and a histogram that leaves out what lies beyond them
import numpy as np


def psi(expected: list[float], actual: list[float], bins: int) -> float:
    old = np.array(expected, dtype=float)
    new = np.array(actual, dtype=float)
    old = old[~np.isnan(old)]
    new = new[~np.isnan(new)]
    if len(old) == 0 or len(new) == 0:
        return float("nan")
    edges = np.unique(np.quantile(old, np.linspace(0, 1, bins + 1)))
    if len(edges) < 2:
        return 0.0
    p = np.histogram(old, edges)[0] / len(old)
    q = np.histogram(new, edges)[0] / len(new)
    p = np.where(p == 0, 0.0001, p)
    q = np.where(q == 0, 0.0001, q)
    return float(np.sum((q - p) * np.log(q / p)))
