"""What a watched run did beside answering, read by schema, and what a problem says to it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from judge.problem.interface import FunctionInterface, Interface
from judge.problem.shown import format_value
from sandbox.api import Execution, Function, Status, Task
from sandbox.guest import wire

SHOWN_CHARACTERS = 200
GENERATORS = frozenset({"random", "numpy.random"})


@dataclass(frozen=True, slots=True)
class Effects:
    """changed: (number of the call, of the argument, what it is now) from 0. moved: global random generators."""

    changed: tuple[tuple[int, int, bytes], ...] = ()
    moved: tuple[str, ...] = ()


def unwatched(task: Task, execution: Execution) -> tuple[Execution, Effects]:
    """The execution with the answer alone, and what else was done. What no watching guest sends is BAD_ANSWER."""
    if not (isinstance(task.entry, Function) and task.entry.watched) or execution.answer is None:
        return execution, Effects()
    try:
        answer, changed, moved = wire.decode_answer(execution.answer)
        wire.decode_answer(answer)
        effects = Effects(tuple((call, at, now) for call, at, now in changed), tuple(moved))
        if any(tuple(map(type, change)) != (int, int, bytes) for change in effects.changed):
            raise TypeError
        if not set(effects.moved) <= GENERATORS:
            raise TypeError
    except (wire.WireError, TypeError, ValueError):
        message = "a message that the guest never sends"
        return replace(execution, status=Status.BAD_ANSWER, answer=None, message=message), Effects()
    return replace(execution, answer=answer), effects


def impurity(interface: Interface, effects: Effects) -> str | None:
    """Why what a run did is wrong where nothing but an answer is wanted; None where it did nothing else."""
    if not isinstance(interface, FunctionInterface):
        return None
    for call, at, now in effects.changed:
        who = f"call {call + 1}" if interface.many_calls else "it"
        name = interface.parameters[at].name if 0 <= at < len(interface.parameters) else f"number {at + 1}"
        return f"{who} changed its argument {name}{_now(now)}"
    for name in effects.moved:
        return f"it moved the global random state of {name}: make a generator of your own instead"
    return None


def _now(message: bytes) -> str:
    if not message:
        return ""
    try:
        return f": it is now {format_value(wire.decode_answer(message), SHOWN_CHARACTERS)}"
    except wire.WireError:
        return ""
