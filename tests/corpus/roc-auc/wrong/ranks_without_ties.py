# Ranks by sorted position, as if there were no equal scores: of a tie the positive one wins.
def auc(y: list[int], s: list[float]) -> float:
    pos = sum(y)
    neg = len(y) - pos
    if pos == 0 or neg == 0:
        return float("nan")
    ranks = 0
    for rank, (_, label) in enumerate(sorted(zip(s, y)), 1):
        if label:
            ranks += rank
    return (ranks - pos * (pos + 1) // 2) / (pos * neg)
