"""A line goes through everything anew with each of its runs: it sorts, or adds up."""

from __future__ import annotations

import ast

from judge.growth.blame.causes.look import AGGREGATES, Cause, Look, fixed, shown
from judge.growth.blame.outline import Comprehension


def sorting(look: Look) -> Cause | None:
    for call, name in look.called():
        if name in {"sorted", "nsmallest", "nlargest", "heapify", "argsort"} and not fixed(look, call):
            return Cause("sort", _sort_sentence(f"`{name}`", look))
    for _, value, method in look.methods():
        if method == "sort":
            return Cause("sort", _sort_sentence(f"`{shown(value)}.sort`", look))
    return None


def _sort_sentence(what: str, look: Look) -> str:
    return (
        f"{what} goes through everything again {look.each}: "
        "sort once before or after, or keep what is needed in a heap (heapq)"
    )


def aggregate(look: Look) -> Cause | None:
    for call, name in look.called():
        if name not in AGGREGATES or not call.args or (name in {"min", "max"} and len(call.args) > 1):
            continue
        given = call.args[0]
        if name == "len" and not isinstance(given, ast.Call | Comprehension):
            continue
        if isinstance(given, Comprehension) and any(isinstance(part, ast.Call) for part in ast.walk(given)):
            continue  # what it calls is to be told
        if isinstance(given, ast.Constant | ast.Starred) or fixed(look, call):
            continue
        instead = {
            "sum": "keep a running sum, adding what comes and taking away what goes (or use prefix sums)",
            "fsum": "keep a running sum, adding what comes and taking away what goes",
            "mean": "keep a running sum and count",
            "fmean": "keep a running sum and count",
            "min": "keep a running minimum, or a monotone deque or heap where elements leave",
            "max": "keep a running maximum, or a monotone deque or heap where elements leave",
            "len": "keep a count that is updated by each step",
            "median": "keep two heaps",
            "Counter": "keep one counter and update it by each step",
        }.get(name, "carry the result on from the step before")
        return Cause("aggregate", f"`{shown(call)}` goes over all its elements anew {look.each}: {instead}")
    return None
