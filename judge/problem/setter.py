"""Running what a setter wrote: only in a cell, and never in one that a submission is in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from judge.problem.model import Problem
from sandbox.api import MIB, Execution, Function, Limits, Program, Sandbox, Status, Task
from sandbox.guest import wire

INSIDE = (Path(__file__).parent / "inside.py").read_text(encoding="utf-8")
# What cases.py may import beside the standard library.
LANDAU_CASES = "from landau_guest.wire import ProbeSequence, Stream, Tape\n"
# What checker.py may import beside the runtime's packages.
LANDAU_CHECKS = (Path(__file__).parent / "landau_checks.py").read_text(encoding="utf-8")
SECOND_NS = 1_000_000_000
SETTER_LIMITS = Limits(
    cpu_ns=120 * SECOND_NS,
    wall_ns=600 * SECOND_NS,
    memory_bytes=4096 * MIB,
    output_bytes=1024 * MIB,
    files_bytes=64 * MIB,
)


class SetterFault(Exception):
    """The problem's own code (cases.py, checker.py, the reference) failed: the judge's fault, never the person's."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place
        self.message = message


def setter_program(problem: Problem) -> Program:
    files = {"inside.py": INSIDE, "landau_cases.py": LANDAU_CASES, "cases.py": problem.cases_source}
    if problem.checker_source is not None:
        files |= {"checker.py": problem.checker_source, "landau_checks.py": LANDAU_CHECKS}
    return Program({name: text.encode() for name, text in files.items()}, "inside.py", problem.spec.runtime)


def shape_of(interface: Interface) -> dict[str, Any]:
    """What inside.py needs to know of an interface."""
    match interface:
        case FunctionInterface(name=name, parameters=parameters, many_calls=many):
            return {"kind": "function", "name": name, "arity": {"": len(parameters)}, "many_calls": many}
        case ClassInterface(name=name, constructor=constructor, methods=methods):
            arity = {method.name: len(method.parameters) for method in methods}
            return {"kind": "class", "name": name, "arity": {name: len(constructor), **arity}}
        case SqlInterface(tables=tables, result=result):
            held = [(table.name, [column.type for column in table.columns]) for table in tables]
            found = [column.name for column in result], [column.type for column in result]
            return {"kind": "sql", "tables": held, "result": found}
    return {"kind": "stdio", "name": "", "arity": {}}


def call_setter(sandbox: Sandbox, problem: Problem, function: str, *arguments: Any) -> Any:
    """What a function of inside.py gives. Raises SetterFault."""
    task = Task(setter_program(problem), Function(function), wire.encode(arguments), SETTER_LIMITS)
    execution = sandbox.run(task)
    place = "checker.py" if function == "check" else "cases.py"
    if execution.status is not Status.OK or execution.answer is None:
        raise SetterFault(f"{place}: {function}", how_it_ended(execution))
    try:
        kind, *rest = wire.decode(execution.answer)
    except (wire.WireError, ValueError, TypeError):
        raise SetterFault(f"{place}: {function}", "its answer cannot be read") from None
    if kind != "ok":
        raise SetterFault(*rest)
    return rest[0]


def how_it_ended(execution: Execution) -> str:
    last = (execution.message.strip().splitlines() or [""])[-1]
    return f"ended with {execution.status}" + (f": {last}" if last else "")
