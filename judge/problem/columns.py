"""The values of a frame's columns as Python has them, without pandas. Pure."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from judge.problem.shown import format_value
from sandbox.guest.carried import INT64_MIN, MULTI, RANGE, Array, Column, Frame

CODES = {"b1": "?", "i1": "b", "u1": "B", "i2": "h", "u2": "H", "i4": "i", "u4": "I", "i8": "q", "u8": "Q",
         "f2": "e", "f4": "f", "f8": "d", "M8": "q", "m8": "q"}  # fmt: skip
UNIT_NS = {"s": 1_000_000_000, "ms": 1_000_000, "us": 1_000, "ns": 1}
EPOCH = datetime(1970, 1, 1)
DAY_NS = 86_400_000_000_000
MINUTE_NS = 60_000_000_000


class Kind(StrEnum):
    """What a column holds, in the words of a difference."""

    BOOL = "booleans"
    INT = "whole numbers"
    FLOAT = "floats"
    TEXT = "text"
    DATE = "dates"
    MOMENT = "datetimes"
    ZONED = "datetimes with a time zone"
    SPAN = "time spans"
    OTHER = "values of several types"
    NOTHING = "nothing"  # no rows, or only missing values


class Settled(NamedTuple):
    """`values`: bool, int, float, str or date by the kind, moments and spans as nanoseconds (since 1970, UTC), others
    as they came. None is missing, also for NaN and NaT."""

    kind: Kind
    values: list[Any]


def index_columns(frame: Frame) -> tuple[Column, ...]:
    """The levels of the index; a range is counted out, so look at `frame.rows` first."""
    name, dtype, values = frame.index
    if dtype == MULTI:
        return tuple(values)
    return ((name, "int64", list(range(*values))),) if dtype == RANGE else (frame.index,)


def settled(column: Column) -> Settled:
    _, dtype, values = column
    if isinstance(values, Array):
        return _of_array(values, zoned=", " in dtype)
    return _of_list(list(values))


def numbers_of(values: Array) -> list[Any] | None:
    """What is in an array of one number a value; None of complex ones."""
    code = CODES.get(values.dtype[1:3])
    return None if code is None else list(struct.unpack(f"<{values.shape[0]}{code}", values.data))


def _of_array(array: Array, zoned: bool) -> Settled:
    numbers = numbers_of(array)
    kind = array.dtype[1]
    if numbers is None:
        code = "f" if array.dtype == "<c8" else "d"
        parts = struct.unpack(f"<{2 * array.shape[0]}{code}", array.data)
        return Settled(Kind.OTHER, list(map(complex, parts[::2], parts[1::2])))
    if kind == "f":
        return _known(Kind.FLOAT, [None if number != number else number for number in numbers])
    if kind in "Mm":
        factor = UNIT_NS[array.dtype[4:-1]]
        moments = [None if number == INT64_MIN else number * factor for number in numbers]
        return _known(Kind.SPAN if kind == "m" else Kind.ZONED if zoned else Kind.MOMENT, moments)
    return _known(Kind.BOOL if kind == "b" else Kind.INT, numbers)


def _known(kind: Kind, values: list[Any]) -> Settled:
    return Settled(kind if any(value is not None for value in values) else Kind.NOTHING, values)


def _of_list(values: list[Any]) -> Settled:
    kinds = set(map(type, values))
    if float in kinds:
        values = [None if type(value) is float and value != value else value for value in values]
        kinds = set(map(type, values))
    kinds -= {type(None)}
    if not kinds:
        return Settled(Kind.NOTHING, values)
    if kinds == {int, float}:
        return _floats(values)
    kind = OF_TYPE.get(kinds.pop(), Kind.OTHER) if len(kinds) == 1 else Kind.OTHER
    if kind is Kind.MOMENT:
        return _moments(values)
    if kind is Kind.SPAN:
        return Settled(kind, [None if value is None else span_ns(value) for value in values])
    return Settled(kind, values)


OF_TYPE = {bool: Kind.BOOL, int: Kind.INT, float: Kind.FLOAT, str: Kind.TEXT, date: Kind.DATE, datetime: Kind.MOMENT,
           timedelta: Kind.SPAN}  # fmt: skip


def _floats(values: list[Any]) -> Settled:
    try:
        return Settled(Kind.FLOAT, [None if value is None else float(value) for value in values])
    except OverflowError:
        return Settled(Kind.OTHER, values)


def _moments(values: list[datetime | None]) -> Settled:
    zoned = {value.tzinfo is not None for value in values if value is not None}
    if len(zoned) > 1:
        return Settled(Kind.OTHER, list(values))
    return Settled(
        Kind.ZONED if zoned.pop() else Kind.MOMENT, [None if value is None else moment_ns(value) for value in values]
    )


def moment_ns(moment: datetime) -> int:
    """Nanoseconds since 1970, in UTC."""
    plain = moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta(0))
    return span_ns(plain - EPOCH)


def span_ns(span: timedelta) -> int:
    return (span.days * 86_400 + span.seconds) * 1_000_000_000 + span.microseconds * 1_000


# ---------------------------------------------------------------- for people

MISSING = {Kind.FLOAT: "NaN", Kind.MOMENT: "NaT", Kind.ZONED: "NaT", Kind.SPAN: "NaT", Kind.INT: "<NA>"}


def said(kind: Kind, value: Any, limit: int = 40) -> str:
    """A value for people; a missing one as pandas shows it."""
    if value is None:
        return MISSING.get(kind, "None")
    if kind in (Kind.MOMENT, Kind.ZONED):
        return moment_text(value) + ("+00:00" if kind is Kind.ZONED else "")
    if kind is Kind.SPAN:
        return span_text(value)
    if kind is Kind.DATE:
        return str(value.isoformat())
    return format_value(value, limit)


def precision(moments: Sequence[int | None]) -> int:
    """The digits of a second that all need, 0 to 9; -1 where all are whole minutes, -2 where they are days."""
    present = [moment for moment in moments if moment is not None]
    for digits, whole_ns in ((-2, DAY_NS), (-1, MINUTE_NS)):
        if all(moment % whole_ns == 0 for moment in present):
            return digits
    return next(digits for digits in (0, 3, 6, 9) if all(moment % 10 ** (9 - digits) == 0 for moment in present))


def moment_text(ns: int, digits: int | None = None) -> str:
    """ISO, to so many digits of a second. Beyond the years 1 to 9999, which no datetime of pandas' nanoseconds is, the
    number of seconds."""
    digits = precision([ns]) if digits is None else digits
    seconds, rest = divmod(ns, 1_000_000_000)
    try:
        whole = EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return f"{seconds} s"
    if digits < -1:
        return whole.date().isoformat()
    if digits < 0:
        return whole.isoformat(" ", "minutes")
    return whole.isoformat(" ") + (f".{rest:09d}"[: digits + 1] if digits else "")


def span_text(ns: int) -> str:
    """As pandas reads it again: "-2 days +03:00:00.5"."""
    days, rest = divmod(ns, DAY_NS)
    seconds, part = divmod(rest, 1_000_000_000)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    fraction = f".{part:09d}".rstrip("0") if part else ""
    sign = "+" if days < 0 else ""
    return f"{days} days {sign}{clock}{fraction}"
