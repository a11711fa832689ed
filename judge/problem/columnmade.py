"""Columns of a frame from values that people wrote, as pandas would make them. Pure.

Raises ValueError, in words for who wrote them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from judge.problem.columns import CODES, DAY_NS, UNIT_NS, moment_ns, span_ns
from judge.problem.shown import format_value
from sandbox.guest.carried import INT64_MAX, INT64_MIN, Array
from sandbox.guest.frames import MASKED

NONE = type(None)
NUMPY = re.compile(r"(u?int)(8|16|32|64)|(float)(16|32|64)|(bool)")
MOMENTS = re.compile(r"datetime64\[(s|ms|us|ns)(?:, ([\w/+:-]+))?\]")
SPANS = re.compile(r"timedelta64\[(s|ms|us|ns)\]")
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII)
SPAN = re.compile(r"(?:(-?\d{1,6}) days?)?\s*\+?(?:(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?)?", re.ASCII)
TEXT_DTYPES = {"str": "object", "O": "object", "int": "int64", "float": "float64"}
WIDTHS = {"8": "1", "16": "2", "32": "4", "64": "8"}

Made = tuple[str, Array | list[Any]]  # dtype, values


def inferred(values: list[Any]) -> str:
    """The dtype that pandas gives to a list; text is "object", as on the wire."""
    kinds = set(map(type, values))
    some = kinds - {NONE}
    if some == {bool} and kinds == some:
        return "bool"
    if some == {int} and all(INT64_MIN <= value <= INT64_MAX for value in values if value is not None):
        return "int64" if kinds == some else "float64"
    if some in ({float}, {float, int}):
        return "float64"
    if some == {datetime}:
        zones = {str(value.tzinfo) for value in values if value is not None and value.tzinfo}
        return "datetime64[ns]" if not zones else "datetime64[ns, UTC]" if zones == {"UTC"} else "object"
    return "timedelta64[ns]" if some == {timedelta} else "object"


def made(values: list[Any], dtype: str | None = None) -> Made:
    """A column's dtype and values, as the wire holds them. None, and NaN where it is no float, is missing."""
    name = inferred(values) if dtype is None else TEXT_DTYPES.get(dtype, dtype)
    if match := NUMPY.fullmatch(name):
        return name, _numbers(name, match, values)
    if match := MOMENTS.fullmatch(name):
        return name, _moments(values, match[1], match[2])
    if match := SPANS.fullmatch(name):
        return name, _array("m", match[1], [_span(value) for value in values])
    held = [None if value is None or value != value else value for value in values]
    if name in ("object", "category"):
        return name, held
    if name == "string" or name in MASKED:
        fits = {"s": (str,), "b": (bool,), "F": (int, float)}.get(name[0], (int,))
        _each(name, held, lambda value: value is None or type(value) in fits)
        return name, [float(value) if name[0] == "F" and value is not None else value for value in held]
    raise ValueError(f"the dtype {dtype!r} cannot be used here; numbers, bool, object, string, category and dates can")


def _each(dtype: str, values: list[Any], fits: Callable[[Any], bool]) -> None:
    for at, value in enumerate(values):
        if not fits(value):
            raise ValueError(f"value {at + 1}, {format_value(value, 40)}, is nothing for the dtype {dtype}")


def _numbers(dtype: str, match: re.Match[str], values: list[Any]) -> Array:
    whole, size, floating, float_size, boolean = match.groups()
    if boolean:
        _each(dtype, values, lambda value: type(value) is bool)
        code, width = "b", "1"
    elif floating:
        _each(dtype, values, lambda value: value is None or type(value) in (int, float))
        code, width = "f", WIDTHS[float_size]
        values = [float("nan") if value is None else value for value in values]
    else:
        _each(dtype, values, lambda value: type(value) is int)
        code, width = whole[0], WIDTHS[size]
    name = f"{'|' if width == '1' else '<'}{code}{width}"
    try:
        return Array(name, (len(values),), struct.pack(f"<{len(values)}{CODES[name[1:]]}", *values))
    except (struct.error, OverflowError):
        raise ValueError(f"a value is too large for the dtype {dtype}") from None


def _array(code: str, unit: str, nanoseconds: list[int | None]) -> Array:
    factor = UNIT_NS[unit]
    if any(value is not None and value % factor for value in nanoseconds):
        raise ValueError(f"a time is finer than the unit {unit}")
    values = [INT64_MIN if value is None else value // factor for value in nanoseconds]
    try:
        return Array(f"<{code}8[{unit}]", (len(values),), struct.pack(f"<{len(values)}q", *values))
    except struct.error:
        raise ValueError(f"a time is beyond what 64 bits of {unit} can hold") from None


def _moments(values: list[Any], unit: str, zone: str | None) -> Array:
    return _array("M", unit, [_moment(value, zone) for value in values])


def _moment(value: Any, zone: str | None) -> int | None:
    if value is None or value != value:
        return None
    if type(value) is date:
        value = datetime.combine(value, time())
    fraction = 0
    if type(value) is str:
        value, fraction = _parsed(value)
    if type(value) is not datetime:
        raise ValueError(f"{format_value(value, 40)} is no date or time")
    if value.tzinfo is None and zone is not None:
        if zone != "UTC":
            raise ValueError(f"for {zone} write the offset behind each time: '2026-01-31 10:00:00+00:00'")
        value = value.replace(tzinfo=UTC)
    if value.tzinfo is not None and zone is None:
        raise ValueError("a time with an offset needs a dtype with a zone: 'datetime64[ns, UTC]'")
    return moment_ns(value) + fraction


def _parsed(text: str) -> tuple[datetime, int]:
    """To the second, and the nanoseconds of the fraction."""
    match = MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{format_value(text, 40)} is no date or time such as '2026-01-31' or '2026-01-31 10:00:00'")
    day, clock, fraction, offset = match.groups()
    moment = datetime.fromisoformat(f"{day} {clock or '00:00'}")
    if offset:
        digits = offset.replace(":", "")
        minutes = 0 if offset == "Z" else int(digits[1:3]) * 60 + int(digits[3:])
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes)))
    return moment, int((fraction or "0").ljust(9, "0"))


def _span(value: Any) -> int | None:
    if value is None or value != value:
        return None
    if type(value) is timedelta:
        return span_ns(value)
    match = SPAN.fullmatch(value.strip()) if type(value) is str and value.strip() else None
    if match is None:
        raise ValueError(f"{format_value(value, 40)} is no time span such as '2 days 01:30:00'")
    days, hours, minutes, seconds, fraction = (part or "0" for part in match.groups())
    clock = (int(hours) * 3600 + int(minutes) * 60 + int(seconds)) * 1_000_000_000
    return int(days) * DAY_NS + clock + int(fraction.ljust(9, "0"))
