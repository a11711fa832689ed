"""A line looks for something in what is not made for it, or its keys collide."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import ARRAYS, HASHED, SEQUENCES, TEXTS, Cause, Look, shown


def membership(look: Look) -> Cause | None:
    for test in look.of(ast.Compare):
        for op, right in zip(test.ops, test.comparators, strict=True):
            if not isinstance(op, ast.In | ast.NotIn) or isinstance(right, ast.Constant):
                continue
            kind = look.kind(right)
            if not look.grows(right):
                continue
            if kind in SEQUENCES or kind in ARRAYS or kind == "values":
                return Cause(
                    "membership",
                    f"`in` looks through the whole {'dictionary' if kind == 'values' else kind} `{shown(right)}` "
                    f"{look.each}: keep what was seen in a set (or a dictionary), whose lookup does not grow",
                )
            if kind in TEXTS:
                return Cause(
                    "scan",
                    f"`in` looks through the whole text `{shown(right)}` {look.each}: "
                    "keep its characters in a set, or remember where each was seen last",
                )
    return None


def collisions(look: Look) -> Cause | None:
    for node in look.nodes:
        held: ast.AST | None = None
        if isinstance(node, ast.Subscript):
            held = node.value
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            held = node.comparators[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in {"add", "get", "setdefault", "pop", "discard", "remove", "update"}:
                held = node.func.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"set", "Counter"}:
            return _collision(shown(node))
        if held is not None and look.kind(held) in HASHED:
            return _collision(shown(held))
    for made in look.of(ast.SetComp, ast.DictComp):
        return _collision(shown(made))
    return None


def _collision(what: str) -> Cause:
    return Cause(
        "collision",
        f"the keys of `{what}` have hashes that collide, so that each lookup walks past the other keys: "
        "use keys that hash apart (a string or a tuple made of the number), or sort instead",
    )
