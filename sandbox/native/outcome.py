"""From what the parent saw to the status of an execution. Pure, but that an answer is read once, not each time that it
comes again; the guest's own word is used for the text only."""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field

from sandbox.api import Build, Compile, Entry, Execution, Limits, Main, Status
from sandbox.guest import wire

_SAID = {
    b"E": Status.EXCEPTION,
    b"M": Status.MEMORY_LIMIT,
    b"B": Status.BUILD_ERROR,
    b"N": Status.BAD_ANSWER,
}
STARVED = "this host, or the group that the judge runs in, is out of memory"
# What a refused fork raises inside; here it is the parent that saw too many.
CROWDED = "it started many more processes than it may"


# Runs of one input mostly end with the same bytes, and reading them takes longer than many a run.
READ_BEFORE = 512
_read_before: OrderedDict[bytes, None] = OrderedDict()


@dataclass(slots=True)
class Seen:
    """The facts of one run."""

    entry: Entry
    limits: Limits
    stop: Status | None = None  # why the parent ended it, if it did before the end
    out_of_memory: bool = False  # the kernel says so
    starved: bool = False  # the kernel killed in it, for a limit that is not the run's
    frame: tuple[bytes, bytes] | None = None
    wait_status: int | None = None  # None: it ran until the parent killed it
    cpu_ns: int = 0
    wall_ns: int = 0
    stdout: bytes = b""  # of a program: all of it
    stderr: bytes = b""
    memory_marks: tuple[bytes, ...] = ()  # what a command that runs out of memory says of it
    execution: dict[str, object] = field(default_factory=dict)


def decide(seen: Seen) -> Execution:
    """The whole verdict on a run. Limits come before what was said; what was said before how it ended."""
    status, message, answer = _status(seen)
    if status in (Status.EXIT, Status.SIGNAL) and any(mark in seen.stderr for mark in seen.memory_marks):
        status = Status.MEMORY_LIMIT
    code = signal = None
    if seen.wait_status is not None and seen.stop is None and seen.frame is None:
        if os.WIFSIGNALED(seen.wait_status):
            signal = os.WTERMSIG(seen.wait_status)
        else:
            code = os.WEXITSTATUS(seen.wait_status)
    return Execution(
        status=status,
        cpu_ns=seen.cpu_ns,
        wall_ns=seen.wall_ns,
        answer=answer,
        message=message,
        exit_code=code,
        signal=signal,
        stdout=seen.stdout[: seen.limits.stdout_bytes],
        stderr=seen.stderr,
        **seen.execution,  # type: ignore[arg-type]
    )


def _status(seen: Seen) -> tuple[Status, str, bytes | None]:
    if seen.out_of_memory:
        return Status.MEMORY_LIMIT, "", None
    if seen.starved:
        return Status.FAULT, STARVED, None
    if seen.stop is not None:
        return seen.stop, CROWDED if seen.stop is Status.EXCEPTION else "", None
    if seen.cpu_ns > seen.limits.cpu_ns:
        return Status.CPU_LIMIT, "", None
    if seen.wall_ns > seen.limits.wall_ns:
        return Status.WALL_LIMIT, "", None
    if seen.frame is not None:
        return _said(seen, *seen.frame)
    if seen.wait_status is None:
        return Status.EXIT, "it closed the channel for its answer", None
    if isinstance(seen.entry, Build):
        printed = seen.stderr + seen.stdout[: seen.limits.stdout_bytes]
        return Status.BUILD_ERROR, printed.decode("utf-8", "replace") or _ending(seen.wait_status), None
    if os.WIFSIGNALED(seen.wait_status):
        return Status.SIGNAL, "", None
    if isinstance(seen.entry, Main) and os.WEXITSTATUS(seen.wait_status) == 0:
        try:
            return Status.OK, "", wire.encode(seen.stdout.decode())
        except UnicodeDecodeError as error:
            return Status.BAD_ANSWER, f"standard output is not UTF-8 (byte {error.start})", None
    return Status.EXIT, "", None


def _ending(wait_status: int) -> str:
    if os.WIFSIGNALED(wait_status):
        return f"the build was ended by signal {os.WTERMSIG(wait_status)}"
    return f"the build ended with exit code {os.WEXITSTATUS(wait_status)} and printed nothing"


def _said(seen: Seen, kind: bytes, payload: bytes) -> tuple[Status, str, bytes | None]:
    if kind in _SAID:
        return _SAID[kind], payload.decode("utf-8", "replace"), None
    if kind == b"C" and isinstance(seen.entry, Compile):
        return Status.OK, "", None
    if kind != b"A" or isinstance(seen.entry, Main | Compile):
        return Status.BAD_ANSWER, "a message that the guest never sends", None
    digest = hashlib.blake2b(payload).digest()
    if digest not in _read_before:
        try:
            wire.decode_answer(payload)
        except wire.WireError as error:
            return Status.BAD_ANSWER, f"the answer breaks the wire's schema: {error}", None
        _remember(digest)
    return Status.OK, "", payload


def _remember(digest: bytes) -> None:
    """Of several threads, too: each step is one operation of the dict."""
    _read_before[digest] = None
    if len(_read_before) > READ_BEFORE:
        with suppress(KeyError):
            _read_before.popitem(last=False)
