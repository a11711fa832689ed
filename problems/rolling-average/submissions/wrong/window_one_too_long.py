# Off by one: a value leaves a day late, so full windows hold k + 1 values.


def rolling_average(xs, k, partial):
    out = []
    total = 0.0
    for i, x in enumerate(xs):
        total += x
        if i > k:
            total -= xs[i - k - 1]
        if i >= k - 1:
            out.append(total / min(i + 1, k + 1))
        else:
            out.append(total / (i + 1) if partial == "shrink" else float("nan"))
    return out
