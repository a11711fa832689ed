# Counts the tests without a p-value in m.
def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    order = sorted((i for i in range(len(p)) if p[i] == p[i]), key=lambda i: p[i])
    m = len(p)
    adjusted = [float("nan")] * m
    least = float("inf")
    for k in range(len(order), 0, -1):
        i = order[k - 1]
        least = min(least, m * p[i] / k)
        adjusted[i] = least
    return [i for i in range(m) if adjusted[i] <= q], adjusted
