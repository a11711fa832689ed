# The definition as it is written: for each rank the least over all ranks from there.
def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    order = sorted((i for i in range(len(p)) if p[i] == p[i]), key=lambda i: p[i])
    m = len(order)
    ratio = [m * p[i] / k for k, i in enumerate(order, 1)]
    adjusted = [float("nan")] * len(p)
    for k, i in enumerate(order):
        adjusted[i] = min(ratio[k:])
    return [i for i in range(len(p)) if adjusted[i] <= q], adjusted
