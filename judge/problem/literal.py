"""Values that people write as Python literals, read without running anything."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from judge.problem import frameread
from sandbox.guest.carried import Array, Frame, ProbeSequence, Stream, Tape

NAMES = {"nan": math.nan, "inf": math.inf}
CALLS: dict[str, Callable[..., Any]] = {
    "set": set,
    "frozenset": frozenset,
    "float": float,
    "complex": complex,
    "date": date,
    "datetime": datetime,
    "timedelta": timedelta,
    "Decimal": Decimal,
    "ProbeSequence": ProbeSequence,
    "Stream": Stream,
    "Tape": Tape,
    "Array": Array,
    "Frame": Frame,
}


class InputError(ValueError):
    """An own case that cannot be read. `line` counts from 1; None where no single line is at fault."""

    def __init__(self, line: int | None, reason: str) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.line = line
        self.reason = reason


def evaluate(node: ast.expr) -> Any:
    """The value of a literal: numbers, text, bytes, lists, tuples, dicts, sets, nan, inf, dates, decimals, data frames
    by their constructor. Raises InputError for anything else."""
    match node:
        case ast.Constant(value=value) if value is not Ellipsis:
            return value
        case ast.Name(id=name) if name in NAMES:
            return NAMES[name]
        case ast.List(elts=items):
            return [evaluate(item) for item in items]
        case ast.Tuple(elts=items):
            return tuple(evaluate(item) for item in items)
        case ast.Set(elts=items):
            return _made(node, set, [evaluate(item) for item in items])
        case ast.Dict(keys=keys, values=values) if None not in keys:
            pairs = [(evaluate(key), evaluate(value)) for key, value in zip(keys, values, strict=True) if key]
            return _made(node, dict, pairs)
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
            value = evaluate(operand)
            if type(value) in (int, float, complex):
                return -value if isinstance(sign, ast.USub) else value
        case ast.Attribute(value=ast.Call(func=ast.Name(id="iter"), args=[ast.List() as items]), attr="__next__"):
            return _made(node, Tape, _made(node, bytes, evaluate(items)))
        case ast.Attribute() if (name := _dotted(node)) in frameread.NAMES:
            return frameread.NAMES[name]
        case ast.Call(func=ast.Attribute() as func, args=args, keywords=keywords) if _dotted(func) in frameread.CALLS:
            named = {keyword.arg or "**": evaluate(keyword.value) for keyword in keywords}
            return _made(node, frameread.CALLS[_dotted(func)], *[evaluate(arg) for arg in args], **named)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in CALLS:
            return _made(node, CALLS[name], *[evaluate(arg) for arg in args])
    raise InputError(node.lineno, f"{_shown(node)} is not a literal value such as 3, 2.5, 'text', [1, 2], nan or inf")


def _dotted(node: ast.expr) -> str:
    """ "pd.DataFrame"; "" of what is no name with dots."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{_dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else ""


def _made(node: ast.expr, make: Callable[..., Any], *args: Any, **named: Any) -> Any:
    try:
        return make(*args, **named)
    except (ValueError, TypeError, ArithmeticError) as error:
        raise InputError(node.lineno, f"{_shown(node)}: {error}") from None


def _shown(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:59] + "…"
