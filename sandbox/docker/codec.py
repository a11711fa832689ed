"""Tasks on their way into a container, executions on their way out: plain values of the wire, never pickle.

A task comes from the judge and is taken as it is. An execution comes out of a container that submitted code may have
taken over, should it ever break out of its cell: `believe` takes nothing that an honest supervisor would not say.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_args

from sandbox.api import (
    Accounting,
    Compile,
    Entry,
    Execution,
    Limits,
    Main,
    Program,
    Status,
    Task,
)
from sandbox.guest import wire

_ENTRIES: dict[str, type] = {kind.__name__: kind for kind in get_args(Entry)}
# Beside the answer: the frame around it, names of a build's outputs.
ANSWER_SLACK_BYTES = 1 << 16
MESSAGE_CHARS = 1 << 17
REPLY_SLACK_BYTES = 1 << 20
MOST_SIGNAL, MOST_EXIT_CODE = 64, 255
SLACK_NS = 1_000_000_000  # clocks are read a moment apart


class Unbelievable(ValueError):
    """No honest supervisor says this."""


def encode_task(task: Task) -> bytes:
    """Streams and probe sequences of the task travel with it as what they are made of."""
    said = _record(task)
    said["program"], said["limits"] = _record(task.program), _record(task.limits)
    said["entry"] = (type(task.entry).__name__, _record(task.entry))
    return wire.encode(said)


def decode_task(data: bytes | memoryview) -> Task:
    said = wire.decode(data)
    kind, entry = said["entry"]
    made = {"program": Program(**said["program"]), "limits": Limits(**said["limits"]), "entry": _ENTRIES[kind](**entry)}
    return Task(**{**said, **made})


def _record(value: Any) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def encode_execution(execution: Execution) -> bytes:
    return wire.encode(_record(execution))


def most_bytes(limits: Limits) -> int:
    """The longest honest reply to a task of these limits."""
    return limits.output_bytes + 2 * limits.stdout_bytes + REPLY_SLACK_BYTES


def believe(data: bytes | memoryview, task: Task, elapsed_ns: int, cores: int) -> Execution:
    """What a container says of its run of `task`, which took `elapsed_ns` by our clock. Raises Unbelievable."""
    try:
        said = wire.decode_answer(data)
    except wire.WireError as error:
        raise Unbelievable(f"its reply breaks the wire's schema: {error}") from None
    if type(said) is not dict or set(said) != {field.name for field in fields(Execution)}:
        raise Unbelievable("its reply has other fields than an execution")
    _check_kinds(said)
    most_ns = elapsed_ns + SLACK_NS
    _check_range(said, "wall_ns", most_ns)
    _check_range(said, "cpu_ns", most_ns * cores)
    _check_range(said, "throttled_ns", most_ns * cores)
    _check_range(said, "memory_bytes", 1 << 50)
    _check_range(said, "probes", 1 << 50)
    _check_range(said, "instructions", 1 << 62)
    _check_range(said, "steps", 1 << 62)
    _check_range(said, "exit_code", MOST_EXIT_CODE)
    _check_range(said, "signal", MOST_SIGNAL)
    for name, most in (
        ("answer", task.limits.output_bytes + ANSWER_SLACK_BYTES),
        ("stdout", task.limits.stdout_bytes),
        ("stderr", task.limits.stdout_bytes),
        ("message", MESSAGE_CHARS),
    ):
        if said[name] is not None and len(said[name]) > most:
            raise Unbelievable(f"{name} is longer than its limit")
    _check_answer(said, task)
    return Execution(**{**said, "status": Status(said["status"]), "accounting": Accounting(said["accounting"])})


_KINDS: dict[str, tuple[type, ...]] = {
    "status": (str,),
    "accounting": (str,),
    "message": (str,),
    "stdout": (bytes,),
    "stderr": (bytes,),
    "answer": (bytes, type(None)),
    "exit_code": (int, type(None)),
    "signal": (int, type(None)),
    "instructions": (int, type(None)),
    "steps": (int, type(None)),
}


def _check_kinds(said: dict[str, Any]) -> None:
    for name, value in said.items():
        if type(value) not in _KINDS.get(name, (int,)):
            raise Unbelievable(f"{name} is a {type(value).__name__}")
    if said["status"] not in set(Status) or said["accounting"] not in set(Accounting):
        raise Unbelievable("an unknown status or accounting")
    try:
        said["message"].encode()
    except UnicodeEncodeError:
        raise Unbelievable("message is no text") from None


def _check_range(said: dict[str, Any], name: str, most: int) -> None:
    if said[name] is not None and not 0 <= said[name] <= most:
        raise Unbelievable(f"{name} is outside 0 to {most}")  # its digits may be more than Python prints


def _check_answer(said: dict[str, Any], task: Task) -> None:
    """An answer comes with OK and only then, and its readers can read it."""
    due = said["status"] == Status.OK and not isinstance(task.entry, Compile)
    if (said["answer"] is not None) != due:
        raise Unbelievable(f"status {said['status']} {'without' if due else 'with'} an answer")
    if said["answer"] is None:
        return
    try:
        value = wire.decode_answer(said["answer"])
    except wire.WireError as error:
        raise Unbelievable(f"its answer breaks the wire's schema: {error}") from None
    if isinstance(task.entry, Main) and type(value) is not str:
        raise Unbelievable("the output of a program is no text")
