"""A value that an engine gave for a column, as the one value of the column's declared type. Pure.

Two engines write one answer differently: SQLite has dates as ISO text and booleans as 0 and 1, DuckDB has decimals and
midnight for a date that was truncated from a time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from judge.checkers.difference import named
from judge.problem.tableread import MOMENT
from sandbox.guest.carried import INT64_MAX, INT64_MIN


class Misfit(ValueError):
    """The value is none of the type."""


def sql_type(value: Any) -> str:
    """What a value is, as SQL calls it, with its article."""
    if type(value) is int and not _fits(value):
        return "an integer of more than 64 bits"
    if type(value) is datetime and value.tzinfo is not None:
        return "a TIMESTAMP WITH TIME ZONE"
    return NAMES.get(type(value)) or named(value)


def settled(type_name: str, values: list[Any]) -> list[Any]:
    """A column's values, None for NULL. Raises Misfit with the place (from 0) and the value."""
    kinds = set(map(type, values)) - {type(None)}
    if kinds <= {PLAIN.get(type_name)}:
        return values
    read = READ[type_name]
    found = []
    for place, value in enumerate(values):
        try:
            found.append(None if value is None else read(value))
        except (Misfit, ValueError, OverflowError, ArithmeticError):
            raise Misfit(place, value) from None
    return found


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Misfit
    return value


def _fits(value: int) -> bool:
    return INT64_MIN <= value <= INT64_MAX


def _int(value: Any) -> int:
    """Of 64 bits: longer ones could be chosen so that all have one hash."""
    if type(value) is not int or not _fits(value):
        raise Misfit
    return value


def _double(value: Any) -> float:
    if type(value) not in (float, int, Decimal):
        raise Misfit
    return float(value)


def _moment(value: Any) -> datetime:
    if type(value) is str and MOMENT.fullmatch(value):
        value = datetime.fromisoformat(value)
    elif type(value) is date:
        value = datetime.combine(value, time())
    if type(value) is not datetime or value.tzinfo is not None:
        raise Misfit
    return value


def _day(value: Any) -> date:
    moment = _moment(value)
    if moment.time() != time():
        raise Misfit
    return moment.date()


def _truth(value: Any) -> bool:
    if type(value) not in (bool, int) or value not in (0, 1):
        raise Misfit
    return bool(value)


# Whose values need no second look.
PLAIN: dict[str, type] = {"DOUBLE": float, "TEXT": str, "DATE": date, "BOOLEAN": bool}
NAMES: dict[type, str] = {
    int: "an INTEGER",
    float: "a DOUBLE",
    Decimal: "a DECIMAL",
    str: "a TEXT",
    date: "a DATE",
    datetime: "a TIMESTAMP",
    timedelta: "an INTERVAL",
    bool: "a BOOLEAN",
    bytes: "a BLOB",
}
READ: dict[str, Callable[[Any], Any]] = {
    "INTEGER": _int,
    "DOUBLE": _double,
    "TEXT": _text,
    "DATE": _day,
    "TIMESTAMP": _moment,
    "BOOLEAN": _truth,
}
