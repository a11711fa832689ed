# Divides the partial windows by k, as if the days before the start had been 0.
def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    unit = 1 << 70
    out = []
    total = 0
    for i, x in enumerate(xs):
        total += int(x * unit)
        if i >= k:
            total -= int(xs[i - k] * unit)
        if i < k - 1 and partial == "none":
            out.append(float("nan"))
        else:
            out.append(total / (unit * k))
    return out
