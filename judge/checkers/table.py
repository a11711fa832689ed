"""The result of a query: columns by name and declared type, rows in order or as a multiset, doubles within a tolerance.

NULL equals NULL and nothing else, NaN equals NaN. A difference says what a person would look for first: the columns,
their types, then one row and how many more.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from judge.checkers.difference import Difference, absent, counted, named, shown
from judge.checkers.pairing import Tolerance
from judge.checkers.rowmatch import Row, Unmatched, unmatched
from judge.checkers.sqlvalue import Misfit, settled, sql_type
from judge.problem.checkerspec import TableChecker
from judge.problem.interface import Column
from judge.problem.setter import SetterFault
from judge.problem.tabletext import field

SHOWN_FIELD = 40  # characters of a value
SHOWN_NAMES = 12
MOST_ALIKE = 1000  # surplus rows that one missing row is compared with, to say in what it differs


def difference(spec: TableChecker, columns: Sequence[Column], expected: Any, answer: Any) -> Difference | None:
    """`columns`: of the result, as the interface declares it. Both tables: (list of names, list of row tuples); the
    answer may be anything. Raises SetterFault where the expected one is not what the interface declares."""
    wanted = _rows(columns, expected)
    if isinstance(wanted, Difference):
        raise SetterFault("the reference", f"its result does not fit the interface: {wanted.line()}")
    found = _rows(columns, answer)
    if isinstance(found, Difference):
        return found
    tolerance = Tolerance(spec.relative, spec.absolute)
    numeric = [at for at, column in enumerate(columns) if column.type == "DOUBLE"]
    if spec.ordered and len(wanted) == len(found):
        place = _first_other(wanted, found, numeric, tolerance)
        if place is None:
            return None
        if unmatched(wanted, found, numeric, tolerance):
            return _row(columns, numeric, tolerance, wanted[place], found[place], place)
        is_there, wants = _shown(columns, found[place]), _shown(columns, wanted[place])
        return Difference(
            f"the rows are right, but in another order: row {place + 1:,} is {is_there}, expected {wants}"
        )
    left = unmatched(wanted, found, numeric, tolerance)
    return _told(columns, numeric, tolerance, wanted, found, left) if left else None


# ---------------------------------------------------------------- what is there


def _rows(columns: Sequence[Column], value: Any) -> list[Row] | Difference:
    """The rows with values of the declared types, or why they are not."""
    if not _is_table(value):
        return Difference(f"{named(value)} is not the result of a query")
    names, rows = value
    wrong = _misnamed([column.name for column in columns], names)
    if wrong is not None:
        return wrong
    if not rows:
        return []
    typed = []
    for column, values in zip(columns, zip(*rows, strict=True), strict=True):
        try:
            typed.append(settled(column.type, list(values)))
        except Misfit as misfit:
            place, value = misfit.args
            text = f"{_field(value)} is {sql_type(value)}, expected {_article(column.type)}"
            return Difference(f"row {place + 1:,}, column {column.name}: {text}")
    return list(zip(*typed, strict=True))


def _is_table(value: Any) -> bool:
    if type(value) is not tuple or len(value) != 2 or type(value[0]) is not list or type(value[1]) is not list:
        return False
    names, rows = value
    return set(map(type, names)) == {str} and all(type(row) is tuple and len(row) == len(names) for row in rows)


def _misnamed(wanted: list[str], found: list[str]) -> Difference | None:
    want, have = [name.lower() for name in wanted], [name.lower() for name in found]
    if want == have:
        return None
    if sorted(want) == sorted(have):
        return Difference(f"the columns are in another order: {_names(found)}; expected {_names(wanted)}")
    missing = [name for name in wanted if name.lower() not in have]
    surplus = [name for name in found if name.lower() not in want]
    if len(want) == len(have) and len(missing) == len(surplus) == 1:
        place = have.index(surplus[0].lower())
        if place == want.index(missing[0].lower()):
            return Difference(f"column {place + 1} is called {_name(surplus[0])}, expected {missing[0]}")
    why = absent(missing, surplus, _names) or "a name is there twice"
    return Difference(f"the columns are {_names(found)}; expected {_names(wanted)}: {why}")


# ---------------------------------------------------------------- what differs


def _first_other(wanted: list[Row], found: list[Row], numeric: list[int], tolerance: Tolerance) -> int | None:
    for place, (one, other) in enumerate(zip(wanted, found, strict=True)):
        if one != other and _others(numeric, tolerance, one, other):
            return place
    return None


def _others(numeric: list[int], tolerance: Tolerance, one: Row, other: Row) -> list[int]:
    """The columns in which two rows differ."""
    return [
        at
        for at, (expected, answer) in enumerate(zip(one, other, strict=True))
        if expected != answer and not (at in numeric and _close(expected, answer, tolerance))
    ]


def _close(expected: float | None, answer: float | None, tolerance: Tolerance) -> bool:
    return expected is not None and answer is not None and tolerance.close(expected, answer)


def _row(
    columns: Sequence[Column], numeric: list[int], tolerance: Tolerance, wanted: Row, found: Row, place: int
) -> Difference:
    """How a row of the answer differs from the one that should stand there."""
    others = _others(numeric, tolerance, wanted, found)
    if not 0 < len(others) <= max(len(columns) // 2, 1):
        return Difference(f"row {place + 1:,} is {_shown(columns, found)}, expected {_shown(columns, wanted)}")
    parts = (f"column {columns[at].name}: {_field(found[at])}, expected {_field(wanted[at])}" for at in others)
    same = [at for at in range(len(columns)) if at not in others and at not in numeric]
    row = f" ({_shown([columns[at] for at in same], [wanted[at] for at in same], '')})" if same else ""
    return Difference(f"row {place + 1:,}{row}, {'; '.join(parts)}")


def _told(
    columns: Sequence[Column],
    numeric: list[int],
    tolerance: Tolerance,
    wanted: list[Row],
    found: list[Row],
    left: Unmatched,
) -> Difference:
    if len(wanted) == len(found):
        one = wanted[left.missing[0]]
        near = min(left.surplus[:MOST_ALIKE], key=lambda place: len(_others(numeric, tolerance, one, found[place])))
        more = len(left.missing) - 1
        also = f"; {more:,} more row{' differs' if more == 1 else 's differ'}" if more else ""
        return Difference(_row(columns, numeric, tolerance, one, found[near], near).text + also)
    few = len(found) < len(wanted)
    rows, places = (wanted, left.missing) if few else (found, left.surplus)
    row = rows[places[0]]
    often = sum(rows[place] == row for place in places)
    held = sum(other == row for other in (found if few else wanted))
    times = "is missing" if few else "is not expected"
    if often > 1 or held:
        times = f"is there {often:,} time{'' if often == 1 else 's'} too {'few' if few else 'often'}"
    counts = counted(len(wanted), len(found), "row").text
    return Difference(f"{counts}: {_shown(columns, row)} {times}")


def _shown(columns: Sequence[Column], row: Sequence[Any], brackets: str = "()") -> str:
    pairs = (f"{column.name} = {_field(value)}" for column, value in zip(columns, row, strict=True))
    return f"{brackets[:1]}{', '.join(pairs)}{brackets[1:]}"


def _field(value: Any) -> str:
    return field(value, SHOWN_FIELD) if not isinstance(value, float) or math.isfinite(value) else repr(value)


def _names(names: list[str]) -> str:
    more = f", … ({len(names):,} in all)" if len(names) > SHOWN_NAMES else ""
    return ", ".join(map(_name, names[:SHOWN_NAMES])) + more


def _name(name: str) -> str:
    return name if name.isidentifier() and len(name) <= SHOWN_FIELD else shown(name)


def _article(type_name: str) -> str:
    return f"{'an' if type_name[0] in 'AEIOU' else 'a'} {type_name}"
