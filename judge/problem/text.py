"""Inputs and values as people read and write them.

A function's input is one line a parameter (``xs = [1, 2, 3]``), a class's one operation a line (``add(3)``), a
program's its text. What `format_input` writes whole, `parse_input` reads. Formatting is cut at a limit and never
costs more than the limit, however hostile the value.
"""

from __future__ import annotations

import ast
from typing import Any

from judge.problem.literal import InputError, evaluate
from judge.problem.model import ClassInterface, FunctionInterface, Interface, Parameter
from judge.problem.shown import CUT, LIMIT, format_call, format_value
from sandbox.guest.wire import ProbeSequence, Stream

__all__ = ["InputError", "format_call", "format_input", "format_value", "parse_input"]

MAX_TEXT = 256 * 1024  # characters of an own case


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
