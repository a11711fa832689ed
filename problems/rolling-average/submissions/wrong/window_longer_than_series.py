# Starts from the sum of the first k values and so takes for granted that there are k: wrong when k > n.
from itertools import accumulate


def rolling_average(xs, k, partial):
    if not xs:
        return []
    if partial == "shrink":
        out = [total / (i + 1) for i, total in enumerate(accumulate(xs[: k - 1]))]
    else:
        out = [float("nan")] * (k - 1)
    total = sum(xs[:k])
    out.append(total / k)
    for i in range(k, len(xs)):
        total += xs[i] - xs[i - k]
        out.append(total / k)
    return out
