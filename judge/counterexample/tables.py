"""Arrays and data frames with fewer rows and simpler numbers. Pure."""

from __future__ import annotations

import struct
from functools import partial
from typing import Any

from judge.checkers.structure import CODES
from judge.counterexample.fewer import Shrinking, Whole, fewer, then
from judge.counterexample.leaves import LARGEST_LISTED, simplified
from sandbox.guest.wire import Array, Frame

Column = tuple[Any, str, Any]  # name, dtype, values


def array(value: Array, whole: Whole) -> Shrinking:
    """Rows are what the first axis counts."""
    if not value.shape:
        return value
    places = yield from fewer(list(range(value.shape[0])), lambda places: whole(_rows(value, places)))
    return (yield from _numbers(_rows(value, places), whole))


def frame(value: Frame, whole: Whole) -> Shrinking:
    """A row goes out of the index and of all columns at once; the columns stay."""
    rows = _length(value.index[2])
    places = yield from fewer(list(range(rows)), lambda places: whole(_frame_rows(value, places)))
    value = _frame_rows(value, places)
    for at, column in enumerate(value.columns):
        put = partial(_with_values, value, at)
        value = put((yield from _values(column[2], then(put, whole))))
    return value


def _with_values(frame: Frame, at: int, values: Any) -> Frame:
    name, dtype, _ = frame.columns[at]
    return Frame(frame.index, (*frame.columns[:at], (name, dtype, values), *frame.columns[at + 1 :]))


def _frame_rows(value: Frame, places: list[int]) -> Frame:
    return Frame(_index_rows(value.index, places), tuple(_column_rows(column, places) for column in value.columns))


def _column_rows(column: Column, places: list[int]) -> Column:
    name, dtype, values = column
    rows = _rows(values, places) if isinstance(values, Array) else [values[place] for place in places]
    return name, dtype, rows


def _index_rows(index: Column, places: list[int]) -> Column:
    """One that only counts the rows from 0 goes on doing so."""
    values = index[2]
    numbers = _unpacked(values) if isinstance(values, Array) else values
    if numbers == list(range(_length(values))):
        return _column_rows(index, list(range(len(places))))
    return _column_rows(index, places)


def _length(values: Any) -> int:
    return int(values.shape[0]) if isinstance(values, Array) else len(values)


def _rows(value: Array, places: list[int]) -> Array:
    width = len(value.data) // value.shape[0] if value.shape[0] else 0
    data = b"".join(value.data[place * width : (place + 1) * width] for place in places)
    return Array(value.dtype, (len(places), *value.shape[1:]), data)


def _values(values: Any, whole: Whole) -> Shrinking:
    """A column's values, each made simpler; how many stays."""
    if isinstance(values, Array):
        return (yield from _numbers(values, whole))
    values = list(values)
    for at in range(min(len(values), LARGEST_LISTED)):
        put = partial(_with_item, values, at)
        values = put((yield from simplified(values[at], then(put, whole))))
    return values


def _with_item(values: list[Any], at: int, item: Any) -> list[Any]:
    return [*values[:at], item, *values[at + 1 :]]


def _numbers(value: Array, whole: Whole) -> Shrinking:
    numbers = _unpacked(value)
    if numbers is None or len(numbers) > LARGEST_LISTED:
        return value
    numbers = yield from _values(numbers, lambda numbers: whole(_packed(value, numbers)))
    return _packed(value, numbers)


def _unpacked(value: Array) -> list[Any] | None:
    """The numbers in C order; None of dates and other types that are no numbers."""
    code = CODES.get(value.dtype[1:])
    if code is None or value.dtype[0] == ">":
        return None
    return list(struct.unpack(f"<{len(value.data) // struct.calcsize('<' + code)}{code}", value.data))


def _packed(value: Array, numbers: list[Any]) -> Array:
    code = CODES[value.dtype[1:]]
    return Array(value.dtype, value.shape, struct.pack(f"<{len(numbers)}{code}", *numbers))
