"""Numbers within a tolerance, anywhere inside the answer. NaN equals NaN, infinities only themselves; an int will do
for a float, a bool will not."""

from __future__ import annotations

import math
from typing import Any

from judge.checkers.difference import Again, Difference, mistyped, unequal
from judge.checkers.exact import same
from judge.checkers.structure import walk
from judge.problem.checkerspec import FloatChecker

NUMBERS = (int, float)


def difference(spec: FloatChecker, expected: Any, answer: Any, _again: Again) -> Difference | None:
    def leaf(expected: Any, answer: Any) -> Difference | None:
        if type(expected) not in NUMBERS:
            return same(expected, answer)
        if type(answer) not in NUMBERS:
            return mistyped(expected, answer)
        return None if close(expected, answer, spec.relative, spec.absolute) else unequal(expected, answer)

    return walk(expected, answer, leaf)


def close(expected: float, answer: float, relative: float, absolute: float) -> bool:
    """Whether |answer - expected| <= max(relative * |expected|, absolute)."""
    if expected == answer:
        return True
    try:
        expected, answer = float(expected), float(answer)
    except OverflowError:  # an int beyond every float
        return False
    if not (math.isfinite(expected) and math.isfinite(answer)):
        return expected == answer or (math.isnan(expected) and math.isnan(answer))
    return abs(answer - expected) <= max(relative * abs(expected), absolute)
