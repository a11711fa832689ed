# Leaves the first k - 1 days out instead of answering NaN: the answer no longer lines up with the series.


def rolling_average(xs, k, partial):
    out = []
    total = 0.0
    for i, x in enumerate(xs):
        total += x - (xs[i - k] if i >= k else 0.0)
        if i >= k - 1:
            out.append(total / k)
        elif partial == "shrink":
            out.append(total / (i + 1))
    return out
