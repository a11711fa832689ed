# The plain running sum, faster than the reference; rounding stays far below the tolerance on such values: accepted.


def rolling_average(xs, k, partial):
    n = len(xs)
    out = []
    total = 0.0
    for i in range(min(k - 1, n)):
        total += xs[i]
        out.append(total / (i + 1) if partial == "shrink" else float("nan"))
    for i in range(k - 1, n):
        total += xs[i]
        out.append(total / k)
        total -= xs[i - k + 1]
    return out
