"""Text, by its tokens between white space; numbers within a tolerance where one is given."""

from __future__ import annotations

from typing import Any

from judge.checkers.difference import Again, Difference, counted, mistyped, unequal
from judge.checkers.floating import close
from judge.problem.checkerspec import TokensChecker


def difference(spec: TokensChecker, expected: Any, answer: Any, _again: Again) -> Difference | None:
    if type(expected) is not str or type(answer) is not str:
        return mistyped(expected, answer)
    wanted, found = expected.split(), answer.split()
    for at, (one, other) in enumerate(zip(wanted, found, strict=False), 1):
        if one != other and not (spec.relative is not None and _close(one, other, spec.relative)):
            return unequal(one, other).below(f"word {at}")
    return None if len(wanted) == len(found) else counted(len(wanted), len(found), "word")


def _close(expected: str, answer: str, relative: float) -> bool:
    try:
        return "_" not in answer and close(float(expected), float(answer), relative, 0.0)
    except ValueError:
        return False
