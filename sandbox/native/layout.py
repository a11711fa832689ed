"""The pipes of one run: what its cell is handed, and the judge's ends of it."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import socket
from dataclasses import dataclass
from pathlib import PurePosixPath
from struct import Struct
from typing import Any

from sandbox.api import Accounting, Build, Compile, Function, Limits, Main, Program, Query, Script, Task
from sandbox.guest import wire
from sandbox.guest.carried import Stream, Tape
from sandbox.native import command, pipes
from sandbox.native.accounting import mapping_limits
from sandbox.native.callgrind import Tool
from sandbox.toolchains import TOOLCHAINS

LENGTH = Struct("<Q")
LOG_BYTES = 1 << 20
COUNTED_STACK_BYTES = 128 << 20
SETUP_SECONDS = 120  # until the guest is ready
CPU_STEP_SECONDS = 600
MAX_ATTACHMENTS = 200
STREAM_PIPE_BYTES = 1 << 20
GUEST_FIRST_FD = 4  # in the guest: behind its standard streams and the control channel
_KINDS = {Function: "function", Script: "script", Main: "main", Compile: "compile", Build: "build", Query: "query"}


@dataclass(frozen=True, slots=True)
class Counting:
    """How to start the guest so that its instructions are counted."""

    tool: Tool
    guest: list[str]


class Layout:
    """Makes every pipe of `task`. The cell's ends lie in `theirs` in the order that the guest expects, until they are
    handed over; the judge's lie in `ends`. Raises ValueError for a task that no guest understands, OSError."""

    def __init__(self, task: Task, counting: Counting | None) -> None:
        self._task = task
        self._counting = counting
        self.theirs: list[int] = []
        self.ends: list[Any] = []
        self._sockets: list[socket.socket] = []
        self.probes = pipes.Probes(task.limits.probes)
        self.log: pipes.Collector | None = None
        self.steps: pipes.Counter | None = None
        self._files, self._contents = _packed(task.program)
        self._command = command.request(task)
        if len(task.attachments) > MAX_ATTACHMENTS:
            raise ValueError(f"more than {MAX_ATTACHMENTS} streams, sequences and tapes in one input")
        try:
            self._lay()
        except BaseException:
            self.close()
            raise

    def _lay(self) -> None:
        task, limits = self._task, self._task.limits
        is_main = isinstance(task.entry, Main)
        self.theirs.append(self._lay_stdin() if is_main else os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC))
        most = limits.output_bytes if is_main else None
        self.stdout = self._lay_output(most or limits.stdout_bytes, most)
        self.stderr = self._lay_output(limits.stdout_bytes, None)
        if not is_main:
            for attachment in task.attachments:
                self._lay_attachment(attachment)
        if isinstance(task.entry, Query):
            self._lay_counter()
        if self._counting is not None:
            self.log = self._lay_output(LOG_BYTES, None)
        self.theirs.append(pipes.memory_file("program", self._contents))
        self.theirs.append(pipes.memory_file("input", b"" if is_main else task.input))

    def _lay_stdin(self) -> int:
        attachments = self._task.attachments
        value = (
            wire.decode(self._task.input, lambda index, kind, length: attachments[index]) if self._task.input else ""
        )
        if isinstance(value, Stream):
            return self._lay_stream(value)
        if not isinstance(value, str):
            raise ValueError("the input of a program is text")
        return pipes.memory_file("stdin", value.encode("utf-8", "surrogatepass"))

    def _lay_stream(self, stream: Stream) -> int:
        theirs, ours = os.pipe()
        self.ends.append(pipes.Feeder(ours, stream))
        with contextlib.suppress(OSError):  # a user may only have so many large pipes
            fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, STREAM_PIPE_BYTES)
        return theirs

    def _lay_output(self, keep: int, most: int | None) -> pipes.Collector:
        ours, theirs = os.pipe()
        self.theirs.append(theirs)
        end = pipes.Collector(ours, keep, most)
        self.ends.append(end)
        return end

    def _lay_counter(self) -> None:
        """The last before program and input, which are memory files too."""
        self.steps = pipes.Counter()
        self.theirs.append(os.dup(self.steps.fd))

    def _lay_attachment(self, attachment: wire.Attachment) -> None:
        if isinstance(attachment, Stream):
            self.theirs.append(self._lay_stream(attachment))
            return
        ours, theirs = socket.socketpair()
        self._sockets.append(ours)
        self.theirs.append(theirs.detach())
        if isinstance(attachment, Tape):
            self.ends.append(pipes.TapeServer(ours, attachment, self.probes))
        else:
            self.ends.append(pipes.ProbeServer(ours, attachment, self.probes))

    def hand_over(self, channel: socket.socket, accounting: Accounting) -> None:
        """Send the task with its descriptors to the guest that waits at `channel`."""
        message = json.dumps(self._request(accounting)).encode()
        sent = socket.send_fds(channel, [LENGTH.pack(len(message)) + message], self.theirs)
        if sent < LENGTH.size + len(message):
            raise ValueError("the program has too many files")
        self._close_theirs()

    def _request(self, accounting: Accounting) -> dict[str, object]:
        entry, limits = self._task.entry, self._task.limits
        function = entry if isinstance(entry, Function) else None
        limited = rlimits(self._task)
        if self._command is not None:
            limited |= command.mapping_limits(accounting, limits, TOOLCHAINS[self._task.program.toolchain])
        return {
            "entry": _KINDS[type(entry)],
            "name": function.name if function is not None else getattr(entry, "class_name", ""),
            "many_calls": function is not None and function.many_calls,
            "watched": function is not None and function.watched,
            "main": self._task.program.main,
            "files": self._files,
            "files_bytes": limits.files_bytes,
            "output_bytes": limits.output_bytes,
            "rlimits": limited,
            "mappings": mapping_limits(accounting, limits),
            "count": self._count_request(),
            "command": self._command,
            "query": self._query_request(),
        }

    def _query_request(self) -> dict[str, object] | None:
        entry = self._task.entry
        if not isinstance(entry, Query):
            return None
        return {
            "dialect": entry.dialect,
            "tables": entry.tables,
            "memory_bytes": self._task.limits.memory_bytes,
            "counter_fd": GUEST_FIRST_FD,
        }

    def _count_request(self) -> dict[str, object] | None:
        if self._counting is None:
            return None
        log_fd = len(self.theirs) - 2  # program and input come behind it; the control channel, not in the list, before
        tool = self._counting.tool
        command = [*tool.command(log_fd, COUNTED_STACK_BYTES), *self._counting.guest]
        return {"command": command, "environment": tool.environment(), "log_fd": log_fd}

    def _close_theirs(self) -> None:
        for fd in self.theirs:
            os.close(fd)
        self.theirs.clear()

    def close(self) -> None:
        self._close_theirs()
        for end in self.ends:
            if isinstance(end, pipes.Collector | pipes.Feeder):
                end.close()
        if self.steps is not None:
            self.steps.close()
        for channel in self._sockets:
            channel.close()


def rlimits(task: Task) -> dict[str, int]:
    """Per-process limits behind those that the parent and the cgroup keep."""
    limits = task.limits
    return {
        "RLIMIT_CORE": 1,  # by 0 a core_pattern that is a pipe still gets all; by 1 the kernel dumps nothing
        "RLIMIT_CPU": _cpu_seconds(limits),
        "RLIMIT_FSIZE": max(limits.files_bytes, limits.output_bytes),
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_NOFILE": limits.open_files + len(task.attachments),
        "RLIMIT_NPROC": limits.processes,
        "RLIMIT_SIGPENDING": 256,
    }


def _packed(program: Program) -> tuple[list[tuple[str, int]], bytes]:
    """Names and sizes, and the contents one after the other. Raises ValueError for a name that is no plain path."""
    files = program.files
    if program.main not in files and not program.command:
        raise ValueError(f"the program has no file {program.main!r}")
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or str(path) != name or ".." in path.parts or "\0" in name or name in ("", "."):
            raise ValueError(f"not a plain relative file name: {name!r}")
    return [(name, len(data)) for name, data in files.items()], b"".join(files.values())


def _cpu_seconds(limits: Limits) -> int:
    """The kernel's own end of a run that the parent should have ended. So coarse that nobody can tell by it what for he
    is run; the input is decoded under it, too."""
    return -(-(limits.cpu_ns // 1_000_000_000 + SETUP_SECONDS) // CPU_STEP_SECONDS) * CPU_STEP_SECONDS
