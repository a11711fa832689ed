"""From a problem's interface and an input to a task for the sandbox."""

from __future__ import annotations

from dataclasses import replace

from judge.languages.sql import query_of
from judge.problem.interface import ClassInterface, FunctionInterface, Interface, SqlInterface
from judge.problem.model import Problem
from sandbox.api import Entry, Function, Limits, Main, Program, Script, Task
from sandbox.guest import wire


def entry_for(interface: Interface, main: str = "") -> Entry:
    """`main`: of the program, by which a query's dialect shows."""
    match interface:
        case FunctionInterface(name=name):
            return Function(name, interface.many_calls)
        case ClassInterface(name=name):
            return Script(name)
        case SqlInterface():
            return query_of(interface, main)
    return Main()


def task_for(problem: Problem, program: Program, input: bytes, limits: Limits, *, watched: bool = False) -> Task:
    """`input`: whole, as cases carry it; its streams, probe sequences and tapes become attachments, which stay
    outside the cell. `watched`: ask for what the function does beside answering, where the program can be looked into.
    Raises wire.WireError where it is not a message."""
    if isinstance(problem.spec.interface, SqlInterface):
        return Task(program, entry_for(problem.spec.interface, program.main), input, limits)
    message, attachments = wire.encode_input(wire.decode(input))
    entry = entry_for(problem.spec.interface)
    if watched and isinstance(entry, Function) and not program.command:
        entry = replace(entry, watched=True)
    return Task(program, entry, message, limits, attachments)
