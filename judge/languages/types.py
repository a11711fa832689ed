"""The types of an interface, as problems write them ("list[tuple[int, int]]"), for languages that need them."""

from __future__ import annotations

import ast
from dataclasses import dataclass

SCALARS = frozenset({"int", "float", "str", "bool"})
_ARITY = {"list": 1, "set": 1, "dict": 2}


class UnknownType(ValueError):
    """A type that only Python's interface has, or no type at all; the message names it."""


@dataclass(frozen=True, slots=True)
class Type:
    """`name`: int, float, str, bool, none, list, set, dict, tuple (each place its own type), row (``tuple[T, ...]``) or
    optional (``T | None``); `of`: its parts."""

    name: str
    of: tuple[Type, ...] = ()


def parse_type(text: str) -> Type:
    """Raises UnknownType."""
    try:
        tree = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise UnknownType(f"{text!r} is not a type") from None
    return _type(tree, text)


def _type(node: ast.expr, text: str) -> Type:
    match node:
        case ast.Constant(value=None):
            return Type("none")
        case ast.Name(id=name) if name in SCALARS:
            return Type(name)
        case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)):
            return Type("optional", (_type(left, text),))
        case ast.BinOp(left=ast.Constant(value=None), op=ast.BitOr(), right=right):
            return Type("optional", (_type(right, text),))
        case ast.Subscript(value=ast.Name(id=name), slice=inside):
            return _generic(name, inside.elts if isinstance(inside, ast.Tuple) else [inside], text)
    raise UnknownType(f"{ast.unparse(node)!r} has no counterpart outside Python")


def _generic(name: str, parts: list[ast.expr], text: str) -> Type:
    if name == "tuple" and len(parts) == 2 and isinstance(parts[1], ast.Constant) and parts[1].value is ...:
        return Type("row", (_type(parts[0], text),))
    if name == "tuple" or _ARITY.get(name) == len(parts):
        return Type(name, tuple(_type(part, text) for part in parts))
    raise UnknownType(f"{text!r} has no counterpart outside Python")
