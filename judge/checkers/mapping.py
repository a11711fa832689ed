"""A dict: the same keys; the values by another checker."""

from __future__ import annotations

from typing import Any

from judge.checkers.difference import Again, Difference, mistyped
from judge.checkers.structure import each_value
from judge.problem.checkerspec import MappingChecker


def difference(spec: MappingChecker, expected: Any, answer: Any, again: Again) -> Difference | None:
    if type(expected) is not dict or type(answer) is not dict:
        return mistyped(expected, answer)
    return each_value(expected, answer, lambda one, other: again(spec.values, one, other))
