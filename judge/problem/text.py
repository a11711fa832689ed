"""Inputs and values as people read and write them.

A function's input is one line a parameter (``xs = [1, 2, 3]``), a class's one operation a line (``add(3)``), a
program's its text. What `format_input` writes whole, `parse_input` reads. Formatting is cut at a limit and never
costs more than the limit, however hostile the value.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from judge.problem.literal import InputError, evaluate
from judge.problem.model import ClassInterface, FunctionInterface, Interface, Parameter
from sandbox.guest.wire import Array, Frame, ProbeSequence, Stream

__all__ = ["InputError", "format_call", "format_input", "format_value", "parse_input"]

MAX_TEXT = 256 * 1024  # characters of an own case
LIMIT = 2000
CUT = "…"
MAX_SHOWN_DEPTH = 40
EXACT_INT_BITS = 13_000  # below the 4300 digits up to which Python converts
LONGEST_DECIMAL_BITS = 400_000
MIN_INT_DIGITS = 40
SMALL_SEQUENCE = 1000
SMALL_STREAM = 10_000  # bytes
FIELDS: dict[type, tuple[str, ...]] = {
    Stream: ("head", "block", "repeat", "tail"),
    ProbeSequence: ("length", "segments"),
    Array: ("dtype", "shape", "data"),
    Frame: ("index", "columns"),
}


def parse_input(interface: Interface, text: str) -> Any:
    """The value that a person wrote: a tuple of arguments, a list of (method, args), or the text itself. Raises
    InputError with the line."""
    if len(text) > MAX_TEXT:
        raise InputError(None, f"an own case may have {MAX_TEXT:,} characters; this one has {len(text):,}")
    if not isinstance(interface, FunctionInterface | ClassInterface):
        return text
    try:
        statements = ast.parse(text.strip()).body
    except SyntaxError as error:
        raise InputError(_skipped(text, error.lineno), error.msg) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise InputError(None, str(error) or "nested too deeply") from None
    offset = _skipped(text, 0) or 0
    try:
        if isinstance(interface, FunctionInterface):
            return _arguments(interface, statements)
        return [_operation(interface, at, statement) for at, statement in enumerate(_some(interface, statements))]
    except InputError as error:
        raise InputError(None if error.line is None else error.line + offset, error.reason) from None
    except RecursionError:
        raise InputError(None, "nested too deeply") from None


def _skipped(text: str, line: int | None) -> int | None:
    """A line of the stripped text as a line of the text."""
    return None if line is None else line + text[: len(text) - len(text.lstrip())].count("\n")


def _arguments(interface: FunctionInterface, statements: list[ast.stmt]) -> tuple[Any, ...]:
    wanted = {parameter.name: parameter for parameter in interface.parameters}
    example = ", ".join(wanted) or "nothing"
    values: dict[str, Any] = {}
    for statement in statements:
        if not (
            isinstance(statement, ast.Assign)
            and len(statement.targets) == 1
            and isinstance(statement.targets[0], ast.Name)
        ):
            raise InputError(statement.lineno, f"write `name = value`, one line for each of: {example}")
        name = statement.targets[0].id
        if name not in wanted:
            raise InputError(statement.lineno, f"{interface.name} has no parameter {name}, only: {example}")
        if name in values:
            raise InputError(statement.lineno, f"{name} is given twice")
        values[name] = _fitted(wanted[name], evaluate(statement.value))
    missing = [name for name in wanted if name not in values]
    if missing:
        raise InputError(None, f"no value for {', '.join(missing)}")
    return tuple(values[name] for name in wanted)


def _some(interface: ClassInterface, statements: list[ast.stmt]) -> list[ast.stmt]:
    if not statements:
        raise InputError(None, f"no operations; the first line must be {interface.name}(...)")
    return statements


def _operation(interface: ClassInterface, at: int, statement: ast.stmt) -> tuple[str, tuple[Any, ...]]:
    line = statement.lineno
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise InputError(line, "write one operation a line, for example `add(3)`")
    name = call.func.id
    if (name == interface.name) != (at == 0):
        raise InputError(line, f"the first line, and only it, must be {interface.name}(...)")
    methods = {method.name: method.parameters for method in interface.methods}
    methods[interface.name] = interface.constructor
    if name not in methods:
        raise InputError(line, f"{interface.name} has no method {name}, only: {', '.join(list(methods)[:-1])}")
    wanted = methods[name]
    if call.keywords or len(call.args) != len(wanted):
        takes = ", ".join(parameter.name for parameter in wanted)
        raise InputError(line, f"write {name}({takes}), arguments by position")
    return name, tuple(_fitted(one, evaluate(node)) for one, node in zip(wanted, call.args, strict=True))


def _fitted(parameter: Parameter, value: Any) -> Any:
    """What people write for a type: 3 for a float, a list for a sequence whose reads are counted, text for a stream."""
    if "ProbeSequence" in parameter.type and type(value) is list and set(map(type, value)) <= {int}:
        return ProbeSequence.of(value)
    if "Stream" in parameter.type and type(value) is str:
        return Stream(value.encode(errors="replace"), b"", 0)
    if "float" in parameter.type and "int" not in parameter.type:
        return _floats(value)
    return value


def _floats(value: Any) -> Any:
    if type(value) is int and abs(value) < 2**1000:
        return float(value)
    if type(value) in (list, tuple):
        return type(value)(map(_floats, value))
    if type(value) is dict:
        return {key: _floats(item) for key, item in value.items()}
    return value


# ---------------------------------------------------------------- writing


def format_input(interface: Interface, value: Any, limit: int = LIMIT) -> str:
    """An input for people, at most about `limit` characters a parameter's share; "…" marks where it was cut."""
    if isinstance(interface, FunctionInterface) and isinstance(value, tuple):
        share = max(limit // max(len(interface.parameters), 1), 40)
        pairs = zip(interface.parameters, value, strict=False)
        return "\n".join(f"{parameter.name} = {format_value(item, share)}" for parameter, item in pairs)
    if isinstance(interface, ClassInterface) and isinstance(value, list):
        return _format_operations(value, limit)
    if isinstance(value, Stream):
        head = next(value.chunks(limit), b"")[:limit] + value.block[:limit]
        return f"{head[:limit].decode('utf-8', 'replace')}{CUT} ({len(value):,} bytes)"
    if isinstance(value, str):
        return value if len(value) <= limit else f"{value[:limit]}{CUT} ({len(value):,} characters)"
    return format_value(value, limit)


def _format_operations(value: list[Any], limit: int) -> str:
    lines: list[str] = []
    used = 0
    for at, operation in enumerate(value):
        line = format_call(operation, limit)
        used += len(line) + 1
        if used > limit and lines:
            return "\n".join([*lines, f"{CUT} ({len(value) - at:,} more operations)"])
        lines.append(line)
    return "\n".join(lines)


def format_call(operation: Any, limit: int = LIMIT) -> str:
    """One operation of a class's input: ``add(3.0)``."""
    name, args = operation
    return f"{name}({', '.join(format_value(arg, limit) for arg in args)})"


def format_value(value: Any, limit: int = LIMIT) -> str:
    """A value as Python writes it, cut with "…" at about `limit` characters."""
    pieces: list[str] = []
    used = 0
    for piece in _pieces(value, limit, 0):
        pieces.append(piece[: limit - used])
        used += len(piece)
        if used > limit:
            return "".join(pieces) + CUT
    return "".join(pieces)


def _pieces(value: Any, limit: int, depth: int) -> Iterator[str]:
    kind = type(value)
    if depth > MAX_SHOWN_DEPTH:
        yield CUT
    elif kind is int:
        yield _int(value, limit)
    elif kind in (str, bytes):
        yield repr(value) if len(value) <= limit else repr(value[:limit])[: limit + 1]
    elif kind is list:
        yield from _joined("[", value, "]", limit, depth)
    elif kind is tuple:
        yield from _joined("(", value, ",)" if len(value) == 1 else ")", limit, depth)
    elif kind in (set, frozenset):
        opening, closing = ("{", "}") if kind is set else ("frozenset({", "})")
        yield from _joined(opening, value, closing, limit, depth) if value else [f"{kind.__name__}()"]
    elif kind is dict:
        yield from _mapping(value, limit, depth)
    elif kind is ProbeSequence and len(value) <= SMALL_SEQUENCE:
        yield from _joined("[", value, "]", limit, depth)
    elif kind is Stream and (text := _short_text(value)) is not None:
        yield from _pieces(text, limit, depth)
    elif kind in FIELDS:
        yield f"{kind.__name__}("
        yield from _joined("", [getattr(value, name) for name in FIELDS[kind]], "", limit, depth)
        yield ")"
    else:
        yield _simple(value)


def _joined(opening: str, items: Any, closing: str, limit: int, depth: int) -> Iterator[str]:
    yield opening
    for at, item in enumerate(items):
        if at:
            yield ", "
        yield from _pieces(item, limit, depth + 1)
    yield closing


def _short_text(stream: Stream) -> str | None:
    """The text of a stream that is nothing but a short one; None for others."""
    if stream.block or stream.repeat or stream.tail or len(stream.head) > SMALL_STREAM:
        return None
    try:
        return stream.head.decode()
    except UnicodeDecodeError:
        return None


def _mapping(value: dict[Any, Any], limit: int, depth: int) -> Iterator[str]:
    yield "{"
    for at, (key, item) in enumerate(value.items()):
        if at:
            yield ", "
        yield from _pieces(key, limit, depth + 1)
        yield ": "
        yield from _pieces(item, limit, depth + 1)
    yield "}"


def _simple(value: Any) -> str:
    """What is short however it is written; never an object's own idea of itself."""
    match value:
        case None | bool() | float():
            return repr(value)
        case complex():
            return f"complex({value.real!r}, {value.imag!r})"
        case Decimal():
            return f"Decimal({str(value)!r})"
        case datetime():
            plain = value.replace(fold=0)
            return repr(plain).removeprefix("datetime.") if value.tzinfo is None else str(plain)
        case timedelta():
            return f"timedelta({value.days}, {value.seconds}, {value.microseconds})"
        case date():
            return repr(value).removeprefix("datetime.")
    return f"<{type(value).__name__}>"


def _int(value: int, limit: int) -> str:
    """All digits where they fit. Decimal ones cost quadratic time and are refused beyond 4300; hexadecimal ones are
    not. Both ends where they do not fit: long numbers mostly differ at their end."""
    bits = value.bit_length()
    if bits <= EXACT_INT_BITS and len(text := str(value)) <= max(limit, MIN_INT_DIGITS):
        return text
    if EXACT_INT_BITS < bits <= limit * 4 - 16:
        return hex(value)
    sign, value = "-" if value < 0 else "", abs(value)
    if bits > LONGEST_DECIMAL_BITS:
        first, last = value >> (bits // 4 * 4 - 36), value & 0xFFFFFFFFFF
        return f"{sign}{first:#x}{CUT}{last:010x} (about {_digits(bits):,} digits)"
    digits = _digits(bits)
    digits += value >= 10**digits
    return f"{sign}{value // 10 ** (digits - 12)}{CUT}{value % 10**12:012d} ({digits:,} digits)"


def _digits(bits: int) -> int:
    """Decimal digits of the smallest number of so many bits; one of that length may have one more."""
    return int((bits - 1) * 0.30102999566398120) + 1
