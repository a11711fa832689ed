"""A line reads too many elements of a sequence that the judge holds."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import AGGREGATES, COPIERS, Cause, Look, shown


def reads_all(look: Look) -> Cause | None:
    """Probes: what reads every element."""
    for test in look.of(ast.Compare):
        if isinstance(test, ast.Compare) and any(isinstance(op, ast.In | ast.NotIn) for op in test.ops):
            return Cause(
                "membership", f"`{shown(test)}` reads element after element: use the order and halve the range"
            )
    for _, value, method in look.methods():
        if method in {"index", "count"}:
            return Cause(
                method, f"`{shown(value)}.{method}` reads element after element: use the order, halve the range"
            )
    for call, name in look.called():
        if name in (COPIERS | AGGREGATES | {"sorted"}) - {"len"} and call.args:
            return Cause("copy", f"`{shown(call)}` reads every element: read only those that the search needs")
    return None


def reads_on(look: Look) -> Cause | None:
    if look.loop is None:
        return None
    return Cause(
        "walk",
        f"the loop at line {look.loop.line} reads element after element: use the order, and halve what is left with "
        "each read (bisect)",
    )
