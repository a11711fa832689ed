"""A line moves, copies or goes through a list or a deque with each of its runs."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import ARRAYS, SEQUENCES, Cause, Look, is_zero, shown


def front(look: Look) -> Cause | None:
    for call, value, method in look.methods():
        if look.kind(value) not in {"list", ""} or not look.grows(value):
            continue
        if method == "pop" and len(call.args) == 1 and is_zero(call.args[0]):
            return Cause(
                "pop-front",
                f"`pop(0)` moves every element of the list `{shown(value)}` one place forward: "
                "use collections.deque and popleft(), or keep an index of the first element",
            )
        if method == "insert" and len(call.args) == 2 and is_zero(call.args[0]):
            return Cause(
                "insert-front",
                f"`insert(0, …)` moves every element of the list `{shown(value)}` one place back: "
                "use collections.deque and appendleft(), or append and reverse once at the end",
            )
    for delete in look.of(ast.Delete):
        for target in delete.targets:
            if isinstance(target, ast.Subscript) and look.kind(target.value) == "list":
                at = target.slice
                if is_zero(at) or (isinstance(at, ast.Slice) and at.lower is None):
                    return Cause(
                        "pop-front",
                        f"deleting from the front moves every element of the list `{shown(target.value)}`: "
                        "use collections.deque and popleft(), or keep an index of the first element",
                    )
    return None


def middle(look: Look) -> Cause | None:
    for call, name in look.called():
        if name in {"insort", "insort_left", "insort_right"} and call.args:
            return Cause(
                "insert-sorted",
                f"`{name}` finds the place fast, but then moves all that comes behind it in `{shown(call.args[0])}`: "
                "use a heap (heapq), two heaps, or sort once at the end",
            )
    for call, value, method in look.methods():
        if look.kind(value) not in SEQUENCES or not look.grows(value):
            continue
        if method == "insert":
            return Cause(
                "insert-sorted",
                f"`insert` moves all that comes behind the place in the list `{shown(value)}`: "
                "append and sort once, use a heap, or link the elements",
            )
        if method == "pop" and call.args and not isinstance(call.args[0], ast.UnaryOp):
            return Cause(
                "delete-middle",
                f"`pop` from within the list `{shown(value)}` moves all that comes behind: "
                "mark elements as gone, swap with the last one, or build a new list in one pass",
            )
        if method == "remove":
            return Cause(
                "delete-middle",
                f"`remove` looks through the list `{shown(value)}` and moves what comes behind: "
                "use a set or a dictionary, or mark elements as gone",
            )
        if method in {"index", "count"}:
            instead = (
                "make a dictionary from element to position once"
                if method == "index"
                else "count all once with collections.Counter"
            )
            return Cause(method, f"`{method}` looks through the whole of `{shown(value)}` {look.each}: {instead}")
        if method == "rotate" and call.args:
            return Cause(
                "rotate", f"`rotate` moves up to half of `{shown(value)}`: keep an index of where it begins instead"
            )
    for delete in look.of(ast.Delete):
        for target in delete.targets:
            if isinstance(target, ast.Subscript) and look.kind(target.value) in {"list", "bytearray"}:
                return Cause(
                    "delete-middle",
                    f"`del` within the list `{shown(target.value)}` moves all that comes behind: "
                    "mark elements as gone, use a heap, or build a new list in one pass",
                )
    for item in look.of(ast.Subscript):
        ends = is_zero(item.slice) or isinstance(item.slice, ast.UnaryOp)
        if look.kind(item.value) == "deque" and not ends and look.grows(item.value):
            return Cause(
                "deque-index",
                f"`{shown(item)}` walks through the deque to its middle: a deque is fast at its ends only; use a list",
            )
    return None


def slicing(look: Look) -> Cause | None:
    for item in look.of(ast.Subscript):
        if not isinstance(item.slice, ast.Slice) or not isinstance(item.ctx, ast.Load):
            continue
        if look.kind(item.value) in ARRAYS:
            continue
        if isinstance(item.slice.lower, ast.Constant) and isinstance(item.slice.upper, ast.Constant):
            continue
        if _recursive(look, item):
            return Cause(
                "slice-recursion",
                f"the slice `{shown(item)}` copies what is left in each call: pass the whole and an index instead",
            )
        return Cause(
            "slice",
            f"the slice `{shown(item)}` makes a copy {look.each}: "
            "work with indexes into the whole, and carry results on from the step before",
        )
    return None


def _recursive(look: Look, node: ast.AST) -> bool:
    inside = look.program.function_at(look.line)
    return inside is not None and look.line in look.program.own_calls(inside)
