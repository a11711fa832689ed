# Sort the indices that have a p-value and take the running minimum of m * p / k from the largest rank down.
def bh(p: list[float], q: float) -> tuple[list[int], list[float]]:
    order = sorted((i for i, x in enumerate(p) if x == x), key=p.__getitem__)
    m = len(order)
    adjusted = [float("nan")] * len(p)
    least = float("inf")
    for k in range(m, 0, -1):
        i = order[k - 1]
        least = min(least, m * p[i] / k)
        adjusted[i] = least
    rejected = [i for i, a in enumerate(adjusted) if a <= q]
    return rejected, adjusted
