"""A line makes a copy of all with each of its runs, if only to add to it."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import COPIERS, HASHED, SEQUENCES, TEXTS, Cause, Look, fixed, shown


def concatenation(look: Look) -> Cause | None:
    for node in look.nodes:
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add):
            kind = look.kind(node.target)
            if kind == "list":  # extends in place
                continue
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            kind = look.kind(node)
        else:
            continue
        if kind in TEXTS:
            return Cause(
                "text-concat",
                f"`{shown(node)}` copies the whole text {look.each}: "
                'collect the pieces in a list and "".join() them once at the end',
            )
        if kind in {"list", "tuple"}:
            return Cause(
                "list-concat",
                f"`{shown(node)}` makes a new {kind} and copies everything into it {look.each}: "
                f"{'append to one list' if kind == 'list' else 'append to a list, and make a tuple once at the end'}",
            )
    for node in look.of(ast.BinOp, ast.Starred):
        if isinstance(node, ast.Starred):
            if look.kind(node.value) in SEQUENCES | HASHED:
                return _copy_cause(f"*{shown(node.value)}", look)
        elif (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub)
            and look.kind(node.left) in HASHED
        ):
            return Cause(
                "set-copy",
                f"`{shown(node)}` makes a new {look.kind(node.left)} {look.each}: "
                "change one in place with add() or update(), or test single elements",
            )
    return None


def _copy_cause(what: str, look: Look) -> Cause:
    return Cause("copy", f"`{what}` copies all of it {look.each}: work on the original, or copy once")


def copying(look: Look) -> Cause | None:
    for call, name in look.called():
        if name in COPIERS and call.args and not fixed(look, call):
            return _copy_cause(shown(call), look)
    for call, value, method in look.methods():
        if method == "copy" and look.grows(value):
            return _copy_cause(shown(call), look)
        if method in {"union", "difference", "intersection"} and look.kind(value) in HASHED:
            return Cause(
                "set-copy",
                f"`{shown(call)}` makes a new set {look.each}: change one in place, or test single elements",
            )
        if method in {"issubset", "issuperset", "reverse", "extend", "update"} and look.grows(value):
            return Cause(
                "pass",
                f"`{shown(call)}` goes through everything again {look.each}: handle only what is new",
            )
    return None
