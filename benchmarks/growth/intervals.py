"""How far a share that was counted may lie from the true one. Pure."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

CONFIDENCE = 0.95
_STEPS = 60  # halvings: far below what is printed


def clopper_pearson(count: int, of: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a binomial share (Clopper and Pearson 1934, Biometrika 26): it never covers less than it
    says, also where nothing was counted, which is where an approximation would claim most.

    count: 0 to `of`. Without any trial nothing is known: (0, 1)."""
    if not 0 <= count <= of:
        raise ValueError(f"{count} of {of} is no share")
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else _where(lambda share: 1 - _at_most(count - 1, of, share), tail)
    high = 1.0 if count == of else _where(lambda share: -_at_most(count, of, share), -tail)
    return low, high


def clustered(clusters: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The interval of a share counted in clusters, (count, of) each, whose members are not independent: repeats of one
    solution mostly say the same. Korn and Graubard (1998, Survey Methodology 24): Clopper and Pearson's on the number
    of independent draws that would vary as much as the clusters do. Where they do not vary at all nothing tells how
    alike their members are: then, and never below it, one draw a cluster."""
    clusters = [one for one in clusters if one[1]]
    count, of = sum(count for count, _ in clusters), sum(of for _, of in clusters)
    draws = _independent(clusters, count, of)
    low, _ = clopper_pearson(count * draws // max(1, of), draws)
    _, high = clopper_pearson(-(-count * draws // max(1, of)), draws)
    return low, high


def _independent(clusters: Sequence[tuple[int, int]], count: int, of: int) -> int:
    number = len(clusters)
    if number == of or number < 2 or count in (0, of):
        return number
    share = count / of
    spread = sum((mine - share * size) ** 2 for mine, size in clusters)
    variance = number / (number - 1) * spread / of**2
    if variance == 0:
        return of
    return max(number, min(of, math.floor(share * (1 - share) / variance)))


def _where(rising: Callable[[float], float], level: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if rising(middle) < level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(count: int, of: int, share: float) -> float:
    """The chance of `count` or fewer of `of`."""
    if share <= 0 or share >= 1:
        return 1.0 if share <= 0 or count >= of else 0.0
    log_hit, log_miss = math.log(share), math.log1p(-share)
    all_ways = math.lgamma(of + 1)
    return math.fsum(
        math.exp(all_ways - math.lgamma(k + 1) - math.lgamma(of - k + 1) + k * log_hit + (of - k) * log_miss)
        for k in range(count + 1)
    )
