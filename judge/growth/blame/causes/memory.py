"""A line holds too much at once."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import COPIERS, Cause, Look, shown


def keeps(look: Look) -> Cause | None:
    """Memory: what is held at once."""
    for call in look.of(ast.Call):
        name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
        if name in {"readlines", "read"}:
            return Cause(
                "reads-all", f"`{shown(call)}` holds all of the input at once: loop over it and handle line by line"
            )
    for made in look.of(ast.ListComp, ast.SetComp, ast.DictComp):
        sliced = any(isinstance(part, ast.Slice) for part in ast.walk(made))
        if sliced:
            return Cause(
                "keeps-all",
                f"`{shown(made)}` keeps a copy of every part at once: handle one after the other, "
                "and carry on from the one before",
            )
        return Cause(
            "keeps-all",
            f"`{shown(made)}` keeps all its values at once: use a generator expression (round brackets), "
            "or handle each value when it comes",
        )
    for item in look.of(ast.Subscript):
        if isinstance(item, ast.Subscript) and isinstance(item.slice, ast.Slice) and isinstance(item.ctx, ast.Load):
            return Cause("copy", f"the slice `{shown(item)}` is a copy: use indexes into the original")
    for call, name in look.called():
        if name in COPIERS | {"sorted"} and call.args:
            return Cause("copy", f"`{shown(call)}` is a copy of all of it: work on the original, element by element")
    for call, value, method in look.methods():
        if method == "copy":
            return Cause("copy", f"`{shown(call)}` is a copy of all of it: work on the original, element by element")
        if method in {"append", "appendleft", "add", "extend", "setdefault", "update", "insert", "push"}:
            return _keeps(shown(value))
    for item in look.of(ast.Subscript):
        if isinstance(item, ast.Subscript) and isinstance(item.ctx, ast.Store):
            return _keeps(shown(item.value))
    for term in look.of(ast.BinOp):
        if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Mult) and look.kind(term.left) == "list":
            return Cause(
                "keeps-all", f"`{shown(term)}` makes room for everything at once: keep only what is still needed"
            )
    return None


def _keeps(what: str) -> Cause:
    return Cause(
        "keeps-all",
        f"`{what}` keeps an entry for every element: keep only what later steps still need (a total, the last few)",
    )
