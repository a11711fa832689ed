# Sums kept as exact integers over one power of two, a dozen times slower than the reference, yet O(n): accepted.

SHIFT = 1 << 1100  # a multiple of every float's denominator


def as_integer(x):
    numerator, denominator = x.as_integer_ratio()
    return numerator * (SHIFT // denominator)


def rolling_average(xs, k, partial):
    out = []
    total = 0
    for i in range(len(xs)):
        total = total + as_integer(xs[i])
        if i >= k:
            total = total - as_integer(xs[i - k])
        count = min(i + 1, k)
        if count == k or partial == "shrink":
            out.append(total / (SHIFT * count))
        else:
            out.append(float("nan"))
    return out
