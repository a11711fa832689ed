# With "none" the days without a full window are left out and not given NaN.
def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    unit = 1 << 70
    out = []
    total = 0
    for i, x in enumerate(xs):
        total += int(x * unit)
        if i >= k:
            total -= int(xs[i - k] * unit)
        if i >= k - 1:
            out.append(total / (unit * k))
        elif partial == "shrink":
            out.append(total / (unit * (i + 1)))
    return out
