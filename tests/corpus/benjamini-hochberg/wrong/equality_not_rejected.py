# Rejects only what lies strictly below q.
def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    order = sorted((i for i in range(len(p)) if p[i] == p[i]), key=lambda i: p[i])
    m = len(order)
    adjusted = [float("nan")] * len(p)
    least = float("inf")
    for k in range(m, 0, -1):
        i = order[k - 1]
        least = min(least, m * p[i] / k)
        adjusted[i] = least
    return [i for i in range(len(p)) if adjusted[i] < q], adjusted
