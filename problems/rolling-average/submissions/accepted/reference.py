# landau: reference
# A running sum that carries its own rounding error along (Neumaier): O(n) for any k, and no drift.


def rolling_average(xs: list[float], k: int, partial: str) -> list[float]:
    hole = float("nan")
    shrink = partial == "shrink"
    means = []
    total = lost = 0.0
    for i, x in enumerate(xs):
        rounded = total + x
        lost += (total - rounded) + x if abs(total) >= abs(x) else (x - rounded) + total
        total = rounded
        if i >= k:
            x = -xs[i - k]
            rounded = total + x
            lost += (total - rounded) + x if abs(total) >= abs(x) else (x - rounded) + total
            total = rounded
        if i >= k - 1:
            means.append((total + lost) / k)
        else:
            means.append((total + lost) / (i + 1) if shrink else hole)
    return means
