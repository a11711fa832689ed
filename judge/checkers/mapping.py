"""A dict: the same keys; the values by another checker."""

from __future__ import annotations

from typing import Any

from judge.checkers.difference import Again, Difference, mistyped, shown
from judge.checkers.structure import same_keys
from judge.problem.model import MappingChecker


def difference(spec: MappingChecker, expected: Any, answer: Any, again: Again) -> Difference | None:
    if type(expected) is not dict or type(answer) is not dict:
        return mistyped(expected, answer)
    missing = same_keys(expected, answer)
    if missing is not None:
        return missing
    for key, value in expected.items():
        found = again(spec.values, value, answer[key])
        if found is not None:
            return found.below(f"the value at {shown(key)}")
    return None
