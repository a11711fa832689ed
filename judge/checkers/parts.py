"""A tuple (or, where one is expected, a list) of fixed length, each part by its own checker."""

from __future__ import annotations

from typing import Any

from judge.checkers.difference import Again, Difference, counted, mistyped
from judge.problem.checkerspec import TupleChecker


def difference(spec: TupleChecker, expected: Any, answer: Any, again: Again) -> Difference | None:
    if type(answer) is not type(expected) or type(answer) not in (list, tuple):
        return mistyped(expected, answer)
    if len(answer) != len(expected):
        return counted(len(expected), len(answer), "part")
    if len(expected) != len(spec.parts):
        return Difference(f"the checker has {len(spec.parts)} parts, the expected answer {len(expected)}")
    for at, (part, one, other) in enumerate(zip(spec.parts, expected, answer, strict=True), 1):
        found = again(part, one, other)
        if found is not None:
            return found.below(f"part {at}")
    return None
