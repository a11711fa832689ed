# Sum every window anew, exactly: k additions for each day.
from math import fsum


def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    out = []
    for i in range(len(xs)):
        if i < k - 1 and partial == "none":
            out.append(float("nan"))
            continue
        window = xs[max(0, i - k + 1) : i + 1]
        out.append(fsum(window) / len(window))
    return out
