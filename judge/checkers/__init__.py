"""Whether an answer is right. One file a checker; each compares two decoded values and returns the first difference."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from judge.checkers import custom, exact, floating, frame, mapping, parts, table, tokens, unordered
from judge.checkers.difference import Difference
from judge.checkers.rowmatch import TooDense
from judge.problem.checkerspec import Checker, CustomChecker, TableChecker
from judge.problem.interface import ClassInterface, FunctionInterface, SqlInterface
from judge.problem.model import Problem
from judge.problem.setter import SetterFault
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
    "frame": frame.difference,
}
SHOWN_CALL = 40


def compare(
    problem: Problem, sandbox: Sandbox, input: bytes, expected: bytes, answer: bytes, probes: int = 0
) -> str | None:
    """None where the answer is right, else why not, in one line. All three are messages of the wire. `sandbox` is used
    by custom checkers only; they are also told `probes`, what the run read of sequences and tapes. Raises SetterFault
    where the problem's own code is at fault, never for an answer."""
    spec = problem.spec.checker
    if isinstance(spec, CustomChecker):
        return custom.mismatch(problem, sandbox, input, expected, answer, {"probes": probes})
    if expected == answer:
        return None
    wanted = wire.decode(expected)
    try:
        found = _found(problem, wanted, wire.decode_answer(answer))
    except TooDense as error:
        raise SetterFault("the checker", str(error)) from None
    except (wire.WireError, RecursionError) as error:
        return f"the answer cannot be read: {error}"
    return None if found is None else _line(problem, input, wanted, found)


def _found(problem: Problem, expected: Any, answer: Any) -> Difference | None:
    spec, interface = problem.spec.checker, problem.spec.interface
    if isinstance(spec, TableChecker) and isinstance(interface, SqlInterface):
        return table.difference(spec, interface.result, expected, answer)
    return find_difference(spec, expected, answer)


def find_difference(spec: Checker, expected: Any, answer: Any) -> Difference | None:
    """By a checker that needs no cell."""
    return CHECKERS[spec.kind](spec, expected, answer, find_difference)


def _line(problem: Problem, input: bytes, expected: Any, found: Difference) -> str:
    interface = problem.spec.interface
    many_calls = isinstance(interface, FunctionInterface) and interface.many_calls
    if (isinstance(interface, ClassInterface) or many_calls) and found.steps and found.steps[0].startswith("element "):
        number = int(found.steps[0].removeprefix("element "))
        step = wire.decode(input)[number - 1]
        call = format_call((interface.name, step) if isinstance(interface, FunctionInterface) else step, SHOWN_CALL)
        inner = Difference(found.text, found.steps[1:])
        operation = f"{'call' if many_calls else 'operation'} {number}, {call}"
        return inner.line(operation) if inner.steps else f"{operation}: {inner.text}"
    outermost = found.steps[0] if found.steps else ""
    return found.line("the list" if outermost.startswith("element") and type(expected) is list else "")
