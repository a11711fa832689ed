"""Whether an answer is right. One file a checker; each compares two decoded values and returns the first difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from judge.checkers import custom, exact, floating, mapping, parts, tokens, unordered
from judge.checkers.difference import Difference
from judge.problem.model import Checker, ClassInterface, CustomChecker, Problem
from judge.problem.shown import format_call
from sandbox.api import Sandbox
from sandbox.guest import wire

__all__ = ["compare"]

CHECKERS: dict[str, Callable[..., Difference | None]] = {
    "exact": exact.difference,
    "float": floating.difference,
    "unordered": unordered.difference,
    "mapping": mapping.difference,
    "tuple": parts.difference,
    "tokens": tokens.difference,
}
SHOWN_CALL = 40


def compare(problem: Problem, sandbox: Sandbox, input: bytes, expected: bytes, answer: bytes) -> str | None:
    """None where the answer is right, else why not, in one line. All three are messages of the wire. `sandbox` is used
    by custom checkers only. Raises SetterFault where the problem's own code is at fault, never for an answer."""
    spec = problem.spec.checker
    if isinstance(spec, CustomChecker):
        return custom.mismatch(problem, sandbox, input, expected, answer)
    if expected == answer:
        return None
    wanted = wire.decode(expected)
    try:
        found = find_difference(spec, wanted, wire.decode_answer(answer))
    except (wire.WireError, RecursionError) as error:
        return f"the answer cannot be read: {error}"
    return None if found is None else _line(problem, input, wanted, found)


def find_difference(spec: Checker, expected: Any, answer: Any) -> Difference | None:
    """By a checker that needs no cell."""
    return CHECKERS[spec.kind](spec, expected, answer, find_difference)


def _line(problem: Problem, input: bytes, expected: Any, found: Difference) -> str:
    if isinstance(problem.spec.interface, ClassInterface) and found.steps and found.steps[0].startswith("element "):
        number = int(found.steps[0].removeprefix("element "))
        call = format_call(wire.decode(input)[number - 1], SHOWN_CALL)
        inner = Difference(found.text, found.steps[1:])
        operation = f"operation {number}, {call}"
        return inner.line(operation) if inner.steps else f"{operation}: {inner.text}"
    outermost = found.steps[0] if found.steps else ""
    return found.line("the list" if outermost.startswith("element") and type(expected) is list else "")
