"""Equal, type by type: True is not 1, and 1 is not 1.0 unless `numbers` says so."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from judge.checkers.difference import Again, Difference, mistyped, unequal
from judge.checkers.structure import walk
from judge.problem.checkerspec import ExactChecker


def difference(spec: ExactChecker, expected: Any, answer: Any, _again: Again) -> Difference | None:
    return walk(expected, answer, _same_number if spec.numbers else same)


def same(expected: Any, answer: Any) -> Difference | None:
    if type(expected) is not type(answer):
        return mistyped(expected, answer)
    return None if _equal(expected, answer) else unequal(expected, answer)


def _same_number(expected: Any, answer: Any) -> Difference | None:
    if type(expected) in (int, float) and type(answer) in (int, float):
        return None if _equal(expected, answer) else unequal(expected, answer)
    return same(expected, answer)


def _equal(expected: Any, answer: Any) -> bool:
    if type(answer) is Decimal and answer.is_snan():  # comparing it raises
        return bool(expected.is_snan())
    return bool(expected == answer) or (expected != expected and answer != answer)
