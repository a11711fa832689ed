"""Why a line runs too often, and what to do instead. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from judge.growth.blame.carrier import Carrier
from judge.growth.blame.causes.look import Cause
from judge.growth.blame.outline import Comprehension, DefinedFunction, Outline, dotted

CACHES = {"cache", "lru_cache", "functools.cache", "functools.lru_cache"}
EXPONENTIAL = 4.0  # in powers of n
ONE_PASS = 1.15  # what grows less exceeds only where less than n is required


def repeated(program: Outline, found: Carrier) -> Cause | None:
    function = program.function_at(found.line)
    if function is not None and found.loop is None and found.line in program.own_calls(function):
        return _recursion(program, found, function)
    if function is not None and function.name in ("__eq__", "__hash__"):
        return Cause(
            "collision",
            "objects with equal hashes are compared one by one: let `__hash__` tell apart what `__eq__` tells apart",
        )
    if found.loop is None:
        return None
    node = found.loop.node
    if found.exponent < ONE_PASS:
        return Cause(
            "one-pass",
            "a single pass over everything is already more than is required: "
            "work the answer out by a formula, or halve what is left in each step",
        )
    if function is not None and found.exponent > EXPONENTIAL:
        return Cause(
            "paths",
            "this loop runs for every way to get here, and their number multiplies: "
            "remember the result of each state (a dictionary, or a table filled in order) and use it again",
        )
    again = _again(program, found)
    if isinstance(node, Comprehension):
        return _comprehension(program, node, again)
    if _compares(node):
        return Cause(
            "nested",
            f"this loop compares with one element after the other, {again}: "
            "look up what is wanted in a set or a dictionary, or sort once",
        )
    if _searches(node):
        return Cause(
            "search",
            f"this loop searches from the start {again}: "
            "keep what is searched for up to date (a heap, a pointer that only moves on, a dictionary)",
        )
    if _accumulates(node):
        return Cause(
            "recompute",
            f"this loop works out {again} what could be carried on: "
            "keep a running result and change it by what is new and what is gone",
        )
    return Cause(
        "nested",
        f"this loop runs from its start {again}: carry on from the step before, or look up instead of looping",
    )


def _recursion(program: Outline, found: Carrier, function: DefinedFunction) -> Cause:
    cached = any(_decorator(node) in CACHES for node in function.node.decorator_list)
    if cached:
        return Cause(
            "recursion",
            f"`{function.name}` is called with too many different arguments: give it fewer (an index, not a copy)",
        )
    return Cause(
        "recursion",
        f"`{function.name}` calls itself with the same arguments again and again: "
        "remember results (functools.cache) or build them up in a loop",
    )


def _decorator(node: ast.expr) -> str:
    return dotted(node.func if isinstance(node, ast.Call) else node)


def _again(program: Outline, found: Carrier) -> str:
    if found.again is None or found.again == found.line:
        return "again and again"
    return f"anew for each step of the loop at line {found.again}"


def _comprehension(program: Outline, node: Comprehension, again: str) -> Cause:
    filtered = any(clause.ifs for clause in node.generators)
    tests = any(isinstance(part, ast.Compare) for part in ast.walk(node))
    text = " ".join(ast.unparse(node).split())
    text = text if len(text) <= 40 else text[:39] + "…"
    if filtered or tests:
        return Cause(
            "filter",
            f"`{text}` tests every element, {again}: "
            "group or count all of them once in a dictionary (or sort once), then look up",
        )
    return Cause(
        "recompute",
        f"`{text}` goes over every element, {again}: keep a running result, or make it once and use it again",
    )


def _body(node: ast.AST) -> Iterator[ast.AST]:
    for statement in getattr(node, "body", []):
        yield from ast.walk(statement)


def _compares(node: ast.AST) -> bool:
    """Whether a loop is left, or counts, on equality of its elements."""
    inside = list(_body(node))
    equal = any(isinstance(part, ast.Compare) and isinstance(part.ops[0], ast.Eq) for part in inside)
    return equal and any(isinstance(part, ast.Return | ast.Break) for part in inside)


def _searches(node: ast.AST) -> bool:
    if isinstance(node, ast.While):
        moves = [part for part in node.body if not isinstance(part, ast.AugAssign)]
        return not moves
    return any(isinstance(part, ast.Break) for part in _body(node))


def _accumulates(node: ast.AST) -> bool:
    return any(isinstance(part, ast.AugAssign) for part in _body(node))
