"""Which rows of one table are not those of another, in any order, numbers within a tolerance.

Sorting both and comparing side by side would refuse right answers: 1.0000000001 and 1 sort before and after a row that
begins with 1.00000000005. So rows fall into groups that cannot mix (equal in all that is exact, and in each numeric
column on the same side of every gap that is wider than the tolerance), and a largest matching is found in each group.
Nearly every group needs counting only. Pure.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from judge.checkers.pairing import Budget, Tolerance, left_over

Row = tuple[Any, ...]
# Pairs looked at in groups whose numbers lie as dense as the tolerance is wide; only an answer made for it needs more.
MOST_PAIRS = 3_000_000


class Unmatched(NamedTuple):
    """Places in the two lists of rows, ascending."""

    missing: list[int]  # of the expected rows
    surplus: list[int]  # of the answer's

    def __bool__(self) -> bool:
        return bool(self.missing or self.surplus)

    def add(self, missing: Sequence[int], surplus: Sequence[int]) -> None:
        self.missing.extend(missing)
        self.surplus.extend(surplus)


class TooDense(ValueError):
    """Expected rows lie nearer together than the tolerance, in so many columns that they cannot be told apart."""


def unmatched(
    expected: Sequence[Row], answer: Sequence[Row], numeric: Sequence[int], tolerance: Tolerance
) -> Unmatched:
    """What is left of both once as many rows as possible are paired. `numeric`: the columns compared within the
    tolerance, which hold floats and None; the others must be equal, and written alike. Rows are of one length. Raises
    TooDense, which no answer can bring about."""
    budget = Budget(MOST_PAIRS)
    left = _unmatched(expected, answer, numeric, tolerance, budget)
    if left and budget.steps < 0:
        budget = Budget(MOST_PAIRS)
        _unmatched(expected, expected, numeric, tolerance, budget)
        if budget.steps < 0:
            raise TooDense("expected rows lie nearer together than the tolerance, and too many of them")
    return left


def _unmatched(
    expected: Sequence[Row], answer: Sequence[Row], numeric: Sequence[int], tolerance: Tolerance, budget: Budget
) -> Unmatched:
    """Where the exact columns are a key, nothing more than this is needed."""
    width = len(expected[0] if expected else answer[0]) if expected or answer else 0
    exact = [column for column in range(width) if column not in numeric]
    left = Unmatched([], [])
    crowded = Unmatched([], [])
    for ones, others in _groups(expected, answer, lambda row: tuple([row[column] for column in exact])):
        if not numeric or not ones or not others:
            left.add(ones[len(others) :], others[len(ones) :])
        elif len(ones) > 1 or len(others) > 1:
            crowded.add(ones, others)
        elif not _fits(expected[ones[0]], answer[others[0]], numeric, tolerance):
            left.add(ones, others)
    if crowded:
        ones, others = crowded
        rows = [expected[place] for place in ones], [answer[place] for place in others]
        rest = _by_numbers(*rows, numeric, tolerance, budget)
        left.add([ones[at] for at in rest.missing], [others[at] for at in rest.surplus])
    return Unmatched(sorted(left.missing), sorted(left.surplus))


def _groups(
    expected: Sequence[Row], answer: Sequence[Row], key: Callable[[Row], Row]
) -> Iterable[tuple[list[int], list[int]]]:
    """Places in both that have one key; as text, whose hash no answer can foresee, while rows of whole numbers can be
    made that all have one."""
    groups: dict[str, tuple[list[int], list[int]]] = {}
    for side, rows in enumerate((expected, answer)):
        for place, row in enumerate(rows):
            groups.setdefault(repr(key(row)), ([], []))[side].append(place)
    return groups.values()


def _fits(expected: Row, answer: Row, numeric: Sequence[int], tolerance: Tolerance) -> bool:
    for column in numeric:
        one, other = expected[column], answer[column]
        if one != other and (one is None or other is None or not tolerance.close(one, other)):
            return False
    return True


def _by_numbers(
    expected: Sequence[Row], answer: Sequence[Row], numeric: Sequence[int], tolerance: Tolerance, budget: Budget
) -> Unmatched:
    gaps = {column: _cuts(expected, answer, column, tolerance) for column in numeric}
    left = Unmatched([], [])
    for ones, others in _groups(expected, answer, lambda row: _key(row, gaps)):
        if ones and others:
            wanted = [tuple(_finite(expected[place][column]) for column in numeric) for place in ones]
            found = [tuple(_finite(answer[place][column]) for column in numeric) for place in others]
            missing, surplus = left_over(wanted, found, tolerance, budget)
            left.add([ones[at] for at in missing], [others[at] for at in surplus])
        else:
            left.add(ones, others)
    return left


def _finite(value: float | None) -> float:
    """NULL, NaN and the infinities are told apart by the group."""
    return value if value is not None and math.isfinite(value) else 0.0


def _cuts(expected: Sequence[Row], answer: Sequence[Row], column: int, tolerance: Tolerance) -> list[float]:
    """Numbers that begin a new group: no two across such a gap are close, for both ends of what is close to a number
    rise with it."""
    values = sorted({row[column] for rows in (expected, answer) for row in rows if _is_finite(row[column])})
    return [high for low, high in pairwise(values) if high - low > tolerance.width(low, high)]


def _is_finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _key(row: Row, gaps: dict[int, list[float]]) -> Row:
    return tuple(_part(value, gaps[at]) if at in gaps else value for at, value in enumerate(row))


def _part(value: float | None, gaps: list[float]) -> Any:
    if value is None:
        return None
    return bisect_right(gaps, value) if math.isfinite(value) else repr(value)
