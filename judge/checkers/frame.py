"""A data frame or a series: columns by name, kind and value, rows in order or as a multiset, floats within a tolerance.

The frame is the wire's, so no pandas is met here. What is missing (NaN, None, NaT, NA) is equal to what is missing. A
difference says what a person would look for first: the columns, what they hold, then one row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from judge.checkers.canonical import canonical
from judge.checkers.difference import Again, Difference, absent, counted, named, shown
from judge.checkers.floating import close
from judge.checkers.rowmatch import Tolerance, unmatched
from judge.problem.checkerspec import FrameChecker
from judge.problem.columns import Kind, Settled, index_columns, said, settled
from judge.problem.setter import SetterFault
from sandbox.guest.carried import Column, Frame

SHOWN_NAMES = 12
NAME_CHARACTERS = 40
MOST_ALIKE = 1000  # surplus rows that a missing one is compared with, to say in what it differs
# An answer of many more rows than are expected is wrong without a look at each.
MOST_TIMES, SPARE_ROWS = 2, 1000


class Compared(NamedTuple):
    """One column, or level of the index, of both."""

    title: str  # "column rate"
    kind: Kind
    expected: list[Any]
    answer: list[Any]


def difference(spec: FrameChecker, expected: Any, answer: Any, _again: Again) -> Difference | None:
    """Raises SetterFault where the expected answer is no frame."""
    if type(expected) is not Frame:
        raise SetterFault("the reference", f"returned {named(expected)}, the checker wants a data frame or a series")
    if type(answer) is not Frame or answer.series != expected.series:
        return Difference(f"{_what(answer)}, expected {_what(expected)}")
    columns = _paired(spec, expected, answer)
    if isinstance(columns, Difference):
        return columns
    if answer.rows > MOST_TIMES * expected.rows + SPARE_ROWS:
        return _counted(expected, answer)
    compared = _compared(spec, expected, answer, columns)
    if isinstance(compared, Difference):
        return compared
    tolerance = Tolerance(spec.relative, spec.absolute)
    if not spec.ordered:
        return _in_any_order(compared, expected, answer, tolerance)
    found = _first_row(compared, tolerance)
    if expected.rows != answer.rows:
        counts = _counted(expected, answer)
        return counts if found is None else Difference(f"{counts.text}; the first that differs is {found.text}")
    return found


def _what(value: Any) -> str:
    return "a series" if type(value) is Frame and value.series else named(value)


def _counted(expected: Frame, answer: Frame) -> Difference:
    return counted(expected.rows, answer.rows, "row")


# ---------------------------------------------------------------- columns


def _paired(spec: FrameChecker, expected: Frame, answer: Frame) -> list[tuple[Column, Column]] | Difference:
    """Each expected column with the answer's."""
    if expected.series:
        return [(expected.columns[0], answer.columns[0])]
    wanted = [column[0] for column in expected.columns]
    found = [column[0] for column in answer.columns]
    want, have = list(map(canonical, wanted)), list(map(canonical, found))
    if want == have:
        return list(zip(expected.columns, answer.columns, strict=True))
    if sorted(want) != sorted(have):
        return _misnamed(wanted, found)
    if not spec.any_column_order:
        return Difference(f"the columns are in another order: {_names(found)}; expected {_names(wanted)}")
    places: dict[bytes, list[Column]] = {}
    for key, column in zip(have, answer.columns, strict=True):
        places.setdefault(key, []).append(column)
    return [(column, places[key].pop(0)) for key, column in zip(want, expected.columns, strict=True)]


def _misnamed(wanted: list[Any], found: list[Any]) -> Difference:
    want, have = {canonical(name): name for name in wanted}, {canonical(name): name for name in found}
    missing = [name for key, name in want.items() if key not in have]
    surplus = [name for key, name in have.items() if key not in want]
    why = absent(missing, surplus, _names) or "a name is there more often"
    return Difference(f"the columns are {_names(found) or 'none'}; expected {_names(wanted) or 'none'}: {why}")


def _names(names: Sequence[Any]) -> str:
    more = f" and {len(names) - SHOWN_NAMES:,} more" if len(names) > SHOWN_NAMES else ""
    return ", ".join(map(_name, names[:SHOWN_NAMES])) + more


def _name(name: Any) -> str:
    plain = type(name) is str and name.isascii() and name.isidentifier() and len(name) <= NAME_CHARACTERS
    return name if plain else shown(name)


def _compared(
    spec: FrameChecker, expected: Frame, answer: Frame, columns: list[tuple[Column, Column]]
) -> list[Compared] | Difference:
    pairs = [("values" if expected.series else f"column {_name(one[0])}", one, other) for one, other in columns]
    if spec.index == "compare":
        levels = index_columns(expected), index_columns(answer)
        if len(levels[0]) != len(levels[1]):
            counts = [f"{len(each)} level{'' if len(each) == 1 else 's'}" for each in levels]
            return Difference(f"an index of {counts[1]}, expected {counts[0]}")
        titles = [f"level {at} of the index" if len(levels[0]) > 1 else "index" for at in range(len(levels[0]))]
        pairs[:0] = zip(titles, *levels, strict=True)
    compared = []
    for title, one, other in pairs:
        made = _column(spec, title, one, other)
        if isinstance(made, Difference):
            return made
        compared.append(made)
    return compared


def _column(spec: FrameChecker, title: str, one: Column, other: Column) -> Compared | Difference:
    wanted, found = settled(one), settled(other)
    if spec.dtypes == "exact" and one[1] != other[1]:
        return Difference(f"{title} has the dtype {_dtype(other)}, expected {_dtype(one)}")
    if Kind.NOTHING not in (wanted.kind, found.kind) and wanted.kind is not found.kind:
        place = _first_of_kind(found)
        example = f"; {said(found.kind, found.values[place])} in row {_row(place)}, for example"
        return Difference(
            f"{title} holds {found.kind} ({_dtype(other)}), expected {wanted.kind} ({_dtype(one)})"
            + (example if found.kind is Kind.OTHER else "")
        )
    kind = found.kind if wanted.kind is Kind.NOTHING else wanted.kind
    if kind is Kind.OTHER:
        sides = [[None if value is None else canonical(value) for value in side.values] for side in (wanted, found)]
        return Compared(title, kind, *sides)
    return Compared(title, kind, wanted.values, found.values)


def _dtype(column: Column) -> str:
    name = column[1]
    return name if len(name) <= NAME_CHARACTERS and name.isprintable() else shown(name)


def _first_of_kind(column: Settled) -> int:
    return next(at for at, value in enumerate(column.values) if value is not None)


# ---------------------------------------------------------------- rows


def _row(place: int) -> str:
    """Counted from 1 as everywhere, and as pandas finds it."""
    return f"{place + 1:,} (iloc[{place}])"


def _same(column: Compared, expected: Any, answer: Any, tolerance: Tolerance) -> bool:
    if expected is None or answer is None or column.kind is not Kind.FLOAT:
        return bool(expected == answer)
    return close(expected, answer, tolerance.relative, tolerance.absolute)


def _first_row(compared: list[Compared], tolerance: Tolerance) -> Difference | None:
    """The first row, and in it the first column, that differs."""
    first: tuple[int, int] | None = None
    for at, column in enumerate(compared):
        if column.expected == column.answer:
            continue
        pairs = zip(column.expected, column.answer, strict=False)
        place = next((i for i, (one, other) in enumerate(pairs) if not _same(column, one, other, tolerance)), None)
        if place is not None and (first is None or (place, at) < first):
            first = place, at
    if first is None:
        return None
    place, at = first
    column = compared[at]
    return Difference(
        f"row {_row(place)}, {column.title}: {_unequal(column, column.expected[place], column.answer[place])}"
    )


def _unequal(column: Compared, expected: Any, answer: Any) -> str:
    if column.kind is Kind.OTHER:
        return "another value"
    return f"{said(column.kind, answer)}, expected {said(column.kind, expected)}"


def _in_any_order(compared: list[Compared], expected: Frame, answer: Frame, tolerance: Tolerance) -> Difference | None:
    floats = [column for column in compared if column.kind is Kind.FLOAT]
    exact = [column for column in compared if column.kind is not Kind.FLOAT]
    columns = [*exact, *floats]
    wanted, found = (
        list(zip(*(getattr(column, side) for column in columns), strict=True)) if columns else [()] * rows
        for side, rows in (("expected", expected.rows), ("answer", answer.rows))
    )
    left = unmatched(wanted, found, range(len(exact), len(columns)), tolerance)
    if not left:
        return None
    counts = f"{_counted(expected, answer).text}: " if expected.rows != answer.rows else ""
    if left.missing and left.surplus:
        place = left.missing[0]
        other = _most_alike(compared, place, left.surplus[:MOST_ALIKE], tolerance)
        unlike = [c for c in compared if not _same(c, c.expected[place], c.answer[other], tolerance)]
        if len(unlike) < len(compared):
            same = [column for column in compared if column not in unlike]
            parts = "; ".join(f"{c.title}: {_unequal(c, c.expected[place], c.answer[other])}" for c in unlike)
            return Difference(f"{counts}the row with {_cells(same, 'expected', place)}, {parts}")
    if left.missing:
        return Difference(f"{counts}the row {_cells(compared, 'expected', left.missing[0])} is missing")
    return Difference(f"{counts}the row {_cells(compared, 'answer', left.surplus[0])} is not expected, or too often")


def _most_alike(compared: list[Compared], place: int, others: list[int], tolerance: Tolerance) -> int:
    def alike(other: int) -> int:
        return sum(_same(column, column.expected[place], column.answer[other], tolerance) for column in compared)

    return max(others, key=alike)


def _cells(columns: list[Compared], side: str, place: int) -> str:
    """ "user 3, rate 1.08" """
    cells = [
        f"{column.title.removeprefix('column ')} {said(column.kind, getattr(column, side)[place])}"
        for column in columns[:SHOWN_NAMES]
        if column.kind is not Kind.OTHER
    ]
    return ", ".join(cells) or "of several types"
