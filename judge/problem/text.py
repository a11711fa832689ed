"""Inputs and values as people read and write them.

A function's input is one line a parameter (``xs = [1, 2, 3]``), one of many calls a line a call (``f([1, 2, 3])``), a
class's one operation a line (``add(3)``), a query's its tables (tabletext.py), a program's its text. What
`format_input` writes whole, `parse_input` reads. Formatting is cut at a limit and never costs more than the limit,
however hostile the value.
"""

from __future__ import annotations

import ast
from typing import Any

from judge.problem import frameread
from judge.problem.framewrite import frame_input, frame_table, numbered
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, Parameter, SqlInterface, is_frame
from judge.problem.literal import InputError, evaluate
from judge.problem.shown import CUT, LIMIT, format_call, format_value
from judge.problem.tableread import parse_tables
from judge.problem.tabletext import write_result, write_tables
from sandbox.guest.carried import Frame, ProbeSequence, Stream, Tape

__all__ = ["InputError", "format_answer", "format_call", "format_input", "format_value", "parse_input"]

MAX_TEXT = 256 * 1024  # characters of an own case


def parse_input(interface: Interface, text: str) -> Any:
    """The value that a person wrote: a tuple of arguments, a list of (method, args), or the text itself. Raises
    InputError with the line."""
    if len(text) > MAX_TEXT:
        raise InputError(None, f"an own case may have {MAX_TEXT:,} characters; this one has {len(text):,}")
    if isinstance(interface, SqlInterface):
        return parse_tables(interface, text)
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
            return _calls(interface, statements) if interface.many_calls else _arguments(interface, statements)
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
    name, call = _call(statement, "write one operation a line, for example `add(3)`")
    if (name == interface.name) != (at == 0):
        raise InputError(line, f"the first line, and only it, must be {interface.name}(...)")
    methods = {method.name: method.parameters for method in interface.methods}
    methods[interface.name] = interface.constructor
    if name not in methods:
        raise InputError(line, f"{interface.name} has no method {name}, only: {', '.join(list(methods)[:-1])}")
    return name, _by_position(name, call, methods[name])


def _calls(interface: FunctionInterface, statements: list[ast.stmt]) -> list[tuple[Any, ...]]:
    example = f"{interface.name}({', '.join(parameter.name for parameter in interface.parameters)})"
    if not statements:
        raise InputError(None, f"no calls; write one a line: {example}")
    made = []
    for statement in statements:
        name, call = _call(statement, f"write one call a line: {example}")
        if name != interface.name:
            raise InputError(statement.lineno, f"{name} is not the function that is asked for; write {example}")
        made.append(_by_position(name, call, interface.parameters))
    return made


def _call(statement: ast.stmt, otherwise: str) -> tuple[str, ast.Call]:
    call = statement.value if isinstance(statement, ast.Expr) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        raise InputError(statement.lineno, otherwise)
    return call.func.id, call


def _by_position(name: str, call: ast.Call, wanted: list[Parameter]) -> tuple[Any, ...]:
    if call.keywords or len(call.args) != len(wanted):
        takes = ", ".join(parameter.name for parameter in wanted)
        raise InputError(call.lineno, f"write {name}({takes}), arguments by position")
    return tuple(_fitted(one, evaluate(node)) for one, node in zip(wanted, call.args, strict=True))


def _fitted(parameter: Parameter, value: Any) -> Any:
    """What people write for a type: 3 for a float, a list for a sequence whose reads are counted or for what a function
    without arguments gives one after the other, text for a stream, a dict of columns for a data frame."""
    if is_frame(parameter.type):
        return _frame(parameter, value)
    if "ProbeSequence" in parameter.type and type(value) is list and set(map(type, value)) <= {int}:
        return ProbeSequence.of(value)
    if "Callable" in parameter.type and type(value) is list:
        return _tape(value)
    if "Stream" in parameter.type and type(value) is str:
        return Stream(value.encode(errors="replace"), b"", 0)
    if "float" in parameter.type and "int" not in parameter.type:
        return _floats(value)
    return value


def _frame(parameter: Parameter, value: Any) -> Frame:
    series = parameter.type.endswith("Series")
    if type(value) in (dict, list):
        try:
            value = frameread.series(value) if series else frameread.data_frame(value)
        except ValueError as error:
            raise InputError(None, f"{parameter.name}: {error}") from None
    if type(value) is not Frame or value.series != series:
        example = "pd.Series([2.5, 3.0])" if series else 'pd.DataFrame({"user": [1, 2], "amount": [2.5, 3.0]})'
        raise InputError(None, f"{parameter.name} is a {parameter.type}: write {parameter.name} = {example}")
    return value


def _tape(values: list[Any]) -> Any:
    small = all(type(value) in (int, bool) and 0 <= value < 256 for value in values)
    return Tape(bytes(values)) if small else values


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
        return "\n".join(_format_argument(parameter.name, item, share) for parameter, item in pairs)
    if isinstance(interface, ClassInterface) and isinstance(value, list):
        return _format_operations(value, "operations", limit)
    if isinstance(interface, FunctionInterface) and interface.many_calls and isinstance(value, list):
        return _format_operations([(interface.name, arguments) for arguments in value], "calls", limit)
    if isinstance(interface, SqlInterface) and isinstance(value, tuple):
        return write_tables(interface, value, limit)
    if isinstance(value, Stream):
        head = next(value.chunks(limit), b"")[:limit] + value.block[:limit]
        return f"{head[:limit].decode('utf-8', 'replace')}{CUT} ({len(value):,} bytes)"
    if isinstance(value, str):
        return value if len(value) <= limit else f"{value[:limit]}{CUT} ({len(value):,} characters)"
    return format_value(value, limit)


def format_answer(interface: Interface, answer: Any, limit: int = LIMIT, labels: bool = True) -> str:
    """An answer for people: the result of a query and a data frame as tables, all else as Python writes it. `labels`:
    the index of a frame is part of the answer; its rows are numbered else."""
    if isinstance(interface, FunctionInterface) and interface.many_calls and isinstance(answer, list):
        return _format_answers(interface.model_copy(update={"many_calls": False}), answer, limit, labels)
    if type(answer) is Frame:
        return frame_table(answer if labels else numbered(answer), limit)
    return write_result(answer, limit) if isinstance(interface, SqlInterface) else format_value(answer, limit)


def _format_answers(one: Interface, answers: list[Any], limit: int, labels: bool) -> str:
    """An answer a line; frames are parted by an empty one."""
    texts: list[str] = []
    used = 0
    for at, answer in enumerate(answers):
        text = format_answer(one, answer, limit, labels)
        used += len(text) + 1
        if used > limit and texts:
            texts.append(f"{CUT} ({len(answers) - at:,} more answers)")
            break
        texts.append(text)
    return ("\n\n" if any(type(answer) is Frame for answer in answers) else "\n").join(texts)


def _format_argument(name: str, value: Any, limit: int) -> str:
    return frame_input(name, value, limit) if type(value) is Frame else f"{name} = {format_value(value, limit)}"


def _format_operations(value: list[Any], what: str, limit: int) -> str:
    lines: list[str] = []
    used = 0
    for at, operation in enumerate(value):
        line = format_call(operation, limit)
        used += len(line) + 1
        if used > limit and lines:
            return "\n".join([*lines, f"{CUT} ({len(value) - at:,} more {what})"])
        lines.append(line)
    return "\n".join(lines)
