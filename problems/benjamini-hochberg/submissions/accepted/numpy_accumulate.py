# The same in arrays: argsort, ranks, minimum.accumulate from behind, scatter back.
import numpy as np


def bh(p, q):
    values = np.asarray(p, dtype=float)
    there = np.flatnonzero(~np.isnan(values))
    order = there[np.argsort(values[there], kind="stable")]
    m = len(order)
    raw = values[order] * m / np.arange(1, m + 1)
    adjusted = np.full(len(values), np.nan)
    adjusted[order] = np.minimum(np.minimum.accumulate(raw[::-1])[::-1], 1.0)
    return np.flatnonzero(adjusted <= q).tolist(), adjusted.tolist()
