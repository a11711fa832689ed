# Slide a window sum of fixed-point integers, so that nothing is lost by cancellation.
SCALE = 2.0**80


def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    one = 2**80
    shrink = partial == "shrink"
    full = one * k
    out = []
    total = 0
    for i, x in enumerate(xs):
        total += int(x * SCALE)
        if i >= k:
            total -= int(xs[i - k] * SCALE)
        if i >= k - 1:
            out.append(total / full)
        elif shrink:
            out.append(total / (one * (i + 1)))
        else:
            out.append(float("nan"))
    return out
