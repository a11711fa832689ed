"""What calls a setter's cases.py and checker.py, inside a cell. The judge reads this file as text and never imports it.

Each function answers ("ok", value) or ("fault", place, message). Inputs and answers go in and out as messages of the
wire within the message, so that streams and probe sequences stay whole.
"""

from __future__ import annotations

import importlib
import random
import traceback
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
            answer = _encoded(sample["answer"], f"the answer of sample {number}")
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
            try:
                cases.validate(*value) if shape["kind"] == "function" else cases.validate(value)
            except ValueError as error:
                why = str(error) or "a constraint is broken"
        return why

    return _guarded("cases", "validate(...)", run)


def check(message: bytes, expected: bytes, answer: bytes) -> Any:
    """None, or why the answer is wrong."""

    def run(checker: Any) -> str | None:
        why = checker.check(wire.decode(message), wire.decode(expected), wire.decode_answer(answer))
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
    return _encoded(value, f"the input of {what}")


def _encoded(value: Any, what: str) -> bytes:
    try:
        return wire.encode(value)
    except wire.WireError as error:
        raise Unfit(f"{what} cannot be carried: {error}") from None


def _misfit(shape: dict[str, Any], value: Any) -> str | None:
    """Why a value is not an input of the interface."""
    kind, arity = shape["kind"], shape["arity"]
    if kind == "stdio":
        return None if isinstance(value, str | wire.Stream) else f"is a {type(value).__name__}, not text or a Stream"
    if kind == "function":
        if not isinstance(value, tuple):
            return f"is a {type(value).__name__}, not a tuple of arguments"
        return None if len(value) == arity[""] else f"has {len(value)} arguments, the function takes {arity['']}"
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
