# Running sum in two floats: the second one keeps what the first one rounds away.
def two_sum(a, b):
    s = a + b
    t = s - a
    return s, (a - (s - t)) + (b - t)


def add(hi, lo, x):
    s, e = two_sum(hi, x)
    return two_sum(s, e + lo)


def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    nan = float("nan")
    out = []
    hi = lo = 0.0
    for i, x in enumerate(xs):
        hi, lo = add(hi, lo, x)
        if i >= k:
            hi, lo = add(hi, lo, -xs[i - k])
        days = min(i + 1, k)
        if days < k and partial == "none":
            out.append(nan)
        else:
            out.append(hi / days + lo / days)
    return out
