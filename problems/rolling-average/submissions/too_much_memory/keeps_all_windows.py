# Builds the list of all windows first: n k values at once, so memory grows about n^2 when k = n/2.


def rolling_average(xs, k, partial):
    windows = [xs[max(0, i - k + 1) : i + 1] for i in range(len(xs))]
    return [sum(w) / len(w) if len(w) == k or partial == "shrink" else float("nan") for w in windows]
