"""What calls a setter's cases.py and checker.py, inside a cell. The judge reads this file as text and never imports it.

Each function answers ("ok", value) or ("fault", place, message). Inputs and answers go in and out as messages of the
wire within the message, so that streams, probe sequences and tapes stay whole.
"""

from __future__ import annotations

import importlib
import inspect
import math
import random
import traceback
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from landau_guest import wire

MESSAGE_CHARS = 500


class Unfit(Exception):
    """What setter code gave is not what it should be."""


def samples(shape: dict[str, Any]) -> Any:
    def run(cases: Any) -> list[tuple[bytes, bytes, str]]:
        found = []
        for number, sample in enumerate(cases.samples(), 1):
            if not isinstance(sample, dict) or not {"input", "answer"} <= set(sample) <= {"input", "answer", "note"}:
                raise Unfit(f"sample {number} is not a dict of 'input', 'answer' and perhaps 'note'")
            answer = _answer(shape, sample["answer"], f"the answer of sample {number}")
            note = sample.get("note", "")
            if not isinstance(note, str):
                raise Unfit(f"the note of sample {number} is not text")
            found.append((_input(shape, sample["input"], f"sample {number}"), answer, note))
        return found

    return _guarded("cases", "samples()", run)


def edges(shape: dict[str, Any], seed: int) -> Any:
    def run(cases: Any) -> list[tuple[str, bytes]]:
        found = []
        for number, edge in enumerate(cases.edges(random.Random(seed)), 1):
            if not (isinstance(edge, tuple) and len(edge) == 2 and isinstance(edge[0], str)):
                raise Unfit(f"edge {number} is not a pair (label, input)")
            found.append((edge[0], _input(shape, edge[1], f"edge {edge[0]!r}")))
        return found

    return _guarded("cases", "edges(rng)", run)


def draw(shape: dict[str, Any], family: str, size: int, seed: int) -> Any:
    what = f"{family}({size}, rng)"
    return _guarded("cases", what, lambda cases: _input(shape, getattr(cases, family)(size, random.Random(seed)), what))


def validate(shape: dict[str, Any], message: bytes) -> Any:
    """None, or why the input breaks a constraint."""

    def run(cases: Any) -> str | None:
        value = wire.decode(message)
        why = _misfit(shape, value)
        if why is None and hasattr(cases, "validate"):
            calls = _calls(shape, value)
            for number, arguments in enumerate(calls, 1):
                try:
                    cases.validate(*arguments)
                except ValueError as error:
                    place = f"call {number}: " if len(calls) > 1 else ""
                    return place + (str(error) or "a constraint is broken")
        return why

    return _guarded("cases", "validate(...)", run)


def _calls(shape: dict[str, Any], value: Any) -> list[tuple[Any, ...]]:
    """What `validate` is called with, in turn."""
    if shape["kind"] != "function":
        return [(value,)]
    return value if shape["many_calls"] else [value]


def check(message: bytes, expected: bytes, answer: bytes, used: dict[str, int]) -> Any:
    """None, or why the answer is wrong."""

    def run(checker: Any) -> str | None:
        told = [wire.decode(message), wire.decode(expected), wire.decode_answer(answer)]
        if len(inspect.signature(checker.check).parameters) > len(told):
            told.append(used)
        why = checker.check(*told)
        if why is not None and not isinstance(why, str):
            raise Unfit(f"returned a {type(why).__name__}, expected None or text")
        return None if why is None else why[:MESSAGE_CHARS] or "wrong"

    return _guarded("checker", "check(input, expected, answer)", run)


def _guarded(module: str, what: str, run: Any) -> Any:
    try:
        return "ok", run(importlib.import_module(module))
    except Unfit as error:
        return "fault", f"{module}.py: {what}", str(error)[:MESSAGE_CHARS]
    except Exception as error:
        words = "".join(traceback.format_exception_only(type(error), error)).strip()
        return "fault", _place(module, what, error), words[-MESSAGE_CHARS:]


def _place(module: str, what: str, error: BaseException) -> str:
    """The innermost line of the setter's file."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename.endswith(f"/{module}.py")]
    return f"{module}.py:{lines[-1]}: {what}" if lines else f"{module}.py: {what}"


def _input(shape: dict[str, Any], value: Any, what: str) -> bytes:
    why = _misfit(shape, value)
    if why is not None:
        raise Unfit(f"the input of {what} {why}")
    return _encoded(value, f"the input of {what}", wire.encode_tables if shape["kind"] == "sql" else wire.encode)


def _answer(shape: dict[str, Any], value: Any, what: str) -> bytes:
    """Of a query, setters write the rows alone: what the columns are called, the interface says."""
    if shape["kind"] != "sql":
        return _encoded(value, what)
    names, types = shape["result"]
    why = _misfit_rows(types, value)
    if why is not None:
        raise Unfit(f"{what} {why}")
    return _encoded((names, value), what)


def _encoded(value: Any, what: str, encode: Callable[[Any], bytes] = wire.encode) -> bytes:
    try:
        return encode(value)
    except wire.WireError as error:
        raise Unfit(f"{what} cannot be carried: {error}") from None


def _misfit(shape: dict[str, Any], value: Any) -> str | None:
    """Why a value is not an input of the interface."""
    kind, arity = shape["kind"], shape.get("arity", {})
    if kind == "sql":
        return _misfit_tables(shape["tables"], value)
    if kind == "stdio":
        return None if isinstance(value, str | wire.Stream) else f"is a {type(value).__name__}, not text or a Stream"
    if kind == "function":
        return _misfit_calls(value, arity[""]) if shape["many_calls"] else _misfit_call(value, arity[""])
    if not isinstance(value, list) or not value:
        return "is not a list of (method, arguments)"
    for at, step in enumerate(value):
        if not (isinstance(step, tuple) and len(step) == 2 and isinstance(step[1], tuple)):
            return f"has an operation {at} that is not a pair (method, arguments)"
        name, arguments = step
        if (name == shape["name"]) != (at == 0):
            return f"must begin, and only begin, with ({shape['name']!r}, (...))"
        if arity.get(name) != len(arguments):
            return f"has an operation {at}, {name} with {len(arguments)} arguments, that the interface does not have"
    return None


def _misfit_call(value: Any, arity: int) -> str | None:
    if not isinstance(value, tuple):
        return f"is a {type(value).__name__}, not a tuple of arguments"
    return None if len(value) == arity else f"has {len(value)} arguments, the function takes {arity}"


def _misfit_calls(value: Any, arity: int) -> str | None:
    if not isinstance(value, list) or not value:
        return "is not a list of one or more calls, each a tuple of arguments"
    for number, arguments in enumerate(value, 1):
        why = _misfit_call(arguments, arity)
        if why is not None:
            return f"has a call {number} that {why}"
    return None


def _misfit_tables(tables: list[tuple[str, list[str]]], value: Any) -> str | None:
    if not isinstance(value, tuple) or len(value) != len(tables):
        return f"is not a tuple of {len(tables)} lists of rows, one for each table"
    for (name, types), rows in zip(tables, value, strict=True):
        why = _misfit_rows(types, rows)
        if why is not None:
            return f"has a table {name} that {why}"
    return None


SQL_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "DOUBLE": (float, int),
    "TEXT": (str,),
    "DATE": (date,),
    "TIMESTAMP": (datetime,),
    "BOOLEAN": (bool,),
}
INT64 = range(-(2**63), 2**63)


def _misfit_rows(types: list[str], rows: Any) -> str | None:
    """Why a value is not a list of rows with fields of these types, or None."""
    if not isinstance(rows, list) or any(type(row) is not tuple for row in rows):
        return "is not a list of tuples"
    for at, row in enumerate(rows):
        if len(row) != len(types):
            return f"has {len(row)} fields in row {at + 1}, not {len(types)}"
    for number, (kind, column) in enumerate(zip(types, zip(*rows, strict=True), strict=False), 1):
        if set(map(type, column)) - {type(None), *SQL_TYPES[kind]}:
            at, field = next((at, field) for at, field in enumerate(column, 1) if _not_of(kind, field))
            return f"has a {type(field).__name__} in column {number} of row {at}, which is of type {kind}"
        if kind in ("INTEGER", "DOUBLE") and not all(map(_stored, column)):
            return f"has a number in column {number} that SQL does not hold: of more than 64 bits, or not finite"
        if kind == "TIMESTAMP" and any(field is not None and field.tzinfo is not None for field in column):
            return f"has a time with a time zone in column {number}"
        if kind == "TEXT" and any(field is not None and "\0" in field for field in column):
            return f"has a NUL character in column {number}"
    return None


def _not_of(kind: str, field: Any) -> bool:
    return field is not None and type(field) not in SQL_TYPES[kind]


def _stored(field: Any) -> bool:
    return field is None or (field in INT64 if type(field) is int else math.isfinite(field))
