"""Straight lines through points. Pure."""

from __future__ import annotations

import math
from collections.abc import Sequence


def line(x: Sequence[float], y: Sequence[float]) -> tuple[float, float]:
    """(a, b) of the least squares fit y = a + b·x; b is 0 where all x are the same."""
    middle_x, middle_y = math.fsum(x) / len(x), math.fsum(y) / len(y)
    spread = math.fsum((one - middle_x) ** 2 for one in x)
    together = math.fsum((one - middle_x) * (two - middle_y) for one, two in zip(x, y, strict=True))
    b = together / spread if spread else 0.0
    return middle_y - b * middle_x, b


def through_origin(x: Sequence[float], y: Sequence[float]) -> float:
    """b of the least squares fit y = b·x."""
    squares = math.fsum(one * one for one in x)
    return math.fsum(one * two for one, two in zip(x, y, strict=True)) / squares if squares else 0.0


def squared_error(fitted: Sequence[float], y: Sequence[float]) -> float:
    return math.fsum((one - two) ** 2 for one, two in zip(fitted, y, strict=True))
