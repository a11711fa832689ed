"""From a problem's interface and an input to a task for the sandbox."""

from __future__ import annotations

from judge.problem.model import ClassInterface, FunctionInterface, Interface, Problem
from sandbox.api import Entry, Function, Limits, Main, Program, Script, Task
from sandbox.guest import wire


def entry_for(interface: Interface) -> Entry:
    match interface:
        case FunctionInterface(name=name):
            return Function(name)
        case ClassInterface(name=name):
            return Script(name)
    return Main()


def task_for(problem: Problem, program: Program, input: bytes, limits: Limits) -> Task:
    """`input`: whole, as cases carry it; its streams and probe sequences become attachments, which stay outside the
    cell. Raises wire.WireError where it is not a message."""
    message, attachments = wire.encode_input(wire.decode(input))
    return Task(program, entry_for(problem.spec.interface), message, limits, attachments)
