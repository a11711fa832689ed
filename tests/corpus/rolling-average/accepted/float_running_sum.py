# Running sum in one float: the rounding of large values stays, little enough here.
def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    out = []
    total = 0.0
    for i, x in enumerate(xs):
        total += x
        if i >= k:
            total -= xs[i - k]
        if i < k - 1:
            out.append(float("nan") if partial == "none" else total / (i + 1))
        else:
            out.append(total / k)
    return out
