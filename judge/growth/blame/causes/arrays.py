"""A line copies or goes over a whole array or frame with each of its runs."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import ARRAYS, Cause, Look, shown

GROWERS = {"append", "concatenate", "hstack", "vstack", "insert", "delete", "r_", "column_stack", "stack"}


def numpy_growth(look: Look) -> Cause | None:
    for call, name in look.called():
        module = (
            call.func.value.id if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) else ""
        )
        if module in {"np", "numpy"} and name in GROWERS:
            return Cause(
                "array-append",
                f"`{shown(call.func)}` copies the whole array {look.each}: "
                "collect in a list and make one array at the end, or allocate it once",
            )
        if name == "concat":
            return Cause(
                "frame-concat",
                f"`concat` copies the whole frame {look.each}: collect the parts in a list and concat them once",
            )
    for _, value, method in look.methods():
        if look.kind(value) in {"DataFrame", "Series"} and method in {"append", "_append"}:
            return Cause(
                "frame-concat",
                f"`append` copies the whole of `{shown(value)}` {look.each}: collect the parts and concat them once",
            )
    for item in look.of(ast.Subscript):
        mask = any(isinstance(part, ast.Compare) for part in ast.walk(item.slice))
        arrays = any(look.kind(part) in ARRAYS for part in ast.walk(item))
        if mask and arrays:
            return Cause(
                "mask",
                f"the mask `{shown(item)}` compares every row {look.each}: "
                "group once (groupby, np.unique with return_inverse, or a sort) instead of filtering again",
            )
    for node in look.nodes:
        if isinstance(node, ast.Compare | ast.Subscript | ast.BinOp | ast.Call) and any(
            look.kind(part) in ARRAYS and look.grows(part) for part in ast.walk(node)
        ):
            return Cause(
                "array-pass",
                f"`{shown(node)}` goes over a whole array {look.each}: "
                "do it once for all, or touch only the elements that change",
            )
    return None
