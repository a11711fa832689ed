# Carries the mean instead of the sum: every day's division is rounded, and with large values the errors pile up.


def rolling_average(xs, k, partial):
    out = []
    mean = 0.0
    for i, x in enumerate(xs):
        if i < k:
            mean += (x - mean) / (i + 1)
        else:
            mean += (x - xs[i - k]) / k
        out.append(mean if i >= k - 1 or partial == "shrink" else float("nan"))
    return out
