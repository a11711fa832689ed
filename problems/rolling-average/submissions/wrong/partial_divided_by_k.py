# Divides the first windows by k although fewer values are there: wrong for "shrink".


def rolling_average(xs, k, partial):
    out = []
    total = 0.0
    for i, x in enumerate(xs):
        total += x - (xs[i - k] if i >= k else 0.0)
        out.append(total / k if i >= k - 1 or partial == "shrink" else float("nan"))
    return out
