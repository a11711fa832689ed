"""A fixed time limit, as judges set it: a multiple of what the reference takes at the largest size."""

from __future__ import annotations

from benchmarks.growth.record import Judgement
from judge.report import Role


def beyond_limit(judgement: Judgement, multiple: float) -> bool:
    """Whether a limit of `multiple` x the reference's best would have stopped the first run at the largest size."""
    for family in judgement.timed:
        mine = {p.size: p for p in family.points if p.role is Role.SUBMISSION and p.values}
        other = {p.size: min(p.values) for p in family.points if p.role is Role.REFERENCE and p.values}
        size = max(mine.keys() & other.keys(), default=None)
        if size is not None and (mine[size].censored or mine[size].values[0] > multiple * other[size]):
            return True
    return False
