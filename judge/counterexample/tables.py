"""Arrays and data frames with fewer rows and simpler numbers. Pure."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, product
from typing import Any

from judge.checkers.structure import CODES
from judge.counterexample.fewer import Shrinking, Whole, fewer, then
from judge.counterexample.leaves import LARGEST_LISTED, simplified
from judge.problem.columns import DAY_NS, UNIT_NS, numbers_of
from judge.problem.framerows import array_rows, frame_rows
from sandbox.guest.carried import INT64_MIN, Array, Column, Frame

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
FIRST_DAY = 20_454  # 2026-01-01, in days since 1970


def array(value: Array, whole: Whole) -> Shrinking:
    """Rows are what the first axis counts."""
    if not value.shape:
        return value
    places = yield from fewer(list(range(value.shape[0])), lambda places: whole(array_rows(value, places)))
    return (yield from _numbers(array_rows(value, places), whole))


def frame(value: Frame, whole: Whole) -> Shrinking:
    """A row goes out of the index and of all columns at once; the columns stay."""
    places = yield from fewer(list(range(value.rows)), lambda places: whole(frame_rows(value, places)))
    value = frame_rows(value, places)
    for at, column in enumerate(value.columns):
        put = partial(_with_values, value, at)
        value = put((yield from _values(column[2], then(put, whole))))
    return value


def _with_values(frame: Frame, at: int, values: Any) -> Frame:
    name, dtype, _ = frame.columns[at]
    return Frame(frame.index, (*frame.columns[:at], (name, dtype, values), *frame.columns[at + 1 :]), frame.series)


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


# ---------------------------------------------------------------- all frames of an input at once


def frames_alike(values: tuple[Any, ...], whole: Whole) -> Shrinking:
    """Texts become short ones and times whole days in all frames at once, where that fails too: order and equality
    stay, within a table and between tables that are joined."""
    for rename in (_short_texts, _plain_days):
        candidate = rename(values)
        if candidate != values and (yield whole(candidate)):
            values = candidate
    return values


def _short_texts(values: tuple[Any, ...]) -> tuple[Any, ...]:
    texts = {text for column in _columns(values) if type(column[2]) is list for text in column[2] if type(text) is str}
    width = next(width for width in count(1) if len(ALPHABET) ** width >= len(texts))
    short = dict(zip(sorted(texts), map("".join, product(ALPHABET, repeat=width)), strict=False))

    def renamed(column: Column) -> Column:
        name, dtype, held = column
        return name, dtype, [short[item] if type(item) is str else item for item in held]

    return _changed(values, lambda column: renamed(column) if isinstance(column[2], list) else column)


def _plain_days(values: tuple[Any, ...]) -> tuple[Any, ...]:
    moments = {moment for column in _columns(values) for moment in _moments(column[2])}
    days = {moment: (FIRST_DAY + at) * DAY_NS for at, moment in enumerate(sorted(moments))}

    def renamed(column: Column) -> Column:
        name, dtype, held = column
        if not isinstance(held, Array) or held.dtype[1] != "M":
            return column
        factor = UNIT_NS[held.dtype[4:-1]]
        numbers = [n if n == INT64_MIN else days[n * factor] // factor for n in numbers_of(held) or []]
        return name, dtype, Array(held.dtype, held.shape, struct.pack(f"<{len(numbers)}q", *numbers))

    return _changed(values, renamed)


def _columns(values: tuple[Any, ...]) -> Iterator[Column]:
    for value in values:
        if type(value) is Frame:
            yield from (column for column in value.columns if isinstance(column[2], list | Array))


def _moments(values: Any) -> Iterator[int]:
    if isinstance(values, Array) and values.dtype[1] == "M":
        factor = UNIT_NS[values.dtype[4:-1]]
        yield from (number * factor for number in numbers_of(values) or [] if number != INT64_MIN)


def _changed(values: tuple[Any, ...], change: Callable[[Column], Column]) -> tuple[Any, ...]:
    return tuple(
        Frame(value.index, tuple(map(change, value.columns)), value.series) if type(value) is Frame else value
        for value in values
    )
