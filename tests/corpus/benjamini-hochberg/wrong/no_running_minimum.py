# Leaves the minimum over the higher ranks out.
def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    order = sorted((i for i in range(len(p)) if p[i] == p[i]), key=lambda i: p[i])
    m = len(order)
    adjusted = [float("nan")] * len(p)
    for k, i in enumerate(order, 1):
        adjusted[i] = m * p[i] / k
    return [i for i in range(len(p)) if adjusted[i] <= q], adjusted
