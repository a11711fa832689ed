"""What a run cost over the smallest size, and from where on it can be seen. Pure."""

from __future__ import annotations

from judge.growth.decision import VISIBLE, Rule
from judge.growth.slopes import Pair


def least_seen(fixed: float, grain: float, visible: float = VISIBLE) -> float:
    """The least work that stands out from a `fixed` cost and its noise."""
    return max(grain, visible * fixed)


def over(values: tuple[float, ...], floor: tuple[float, ...], grain: float, rule: Rule) -> float:
    """Work over the fixed cost; what cannot be seen counts as the least that could, so no slope is made of noise."""
    return max(min(values) - min(floor), least_seen(min(floor), grain, rule.visible) / 2)


def ratio(pair: Pair, floor: Pair, grain: float, rule: Rule) -> float:
    """The submission's work over the reference's."""
    return over(pair.submission, floor.submission, grain, rule) / over(pair.reference, floor.reference, grain, rule)
