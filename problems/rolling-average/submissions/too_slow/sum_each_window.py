# Sums every window from scratch: right, but O(n k); with k = 7 it would look linear, with k = n/2 it is quadratic.


def rolling_average(xs, k, partial):
    out = []
    for i in range(len(xs)):
        window = xs[max(0, i - k + 1) : i + 1]
        if len(window) < k and partial == "none":
            out.append(float("nan"))
        else:
            out.append(sum(window) / len(window))
    return out
