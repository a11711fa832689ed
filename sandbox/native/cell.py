"""One run, as the parent sees it: lay the pipes, wait for ready, say go, watch, kill, collect. One loop, no thread."""

from __future__ import annotations

import contextlib
import fcntl
import json
import math
import os
import select
import signal
import socket
import time
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from struct import Struct
from typing import Any

from sandbox.api import Accounting, Compile, Execution, Function, Main, Script, Status, Task
from sandbox.guest import wire
from sandbox.guest.wire import Stream
from sandbox.native import pipes
from sandbox.native.accounting import GroupMeter, Meter, SampleMeter, await_sleep, mapping_limits, waited_ns
from sandbox.native.callgrind import Tool, read_count, scaled
from sandbox.native.outcome import Seen, decide
from sandbox.native.zygote import Slot, host_pid

SETUP_SECONDS = 120
END_SECONDS = 30
LENGTH = Struct("<Q")
MESSAGE_BYTES = 32_768
LOG_BYTES = 1 << 20
COUNTED_STACK_BYTES = 128 << 20
MAX_ATTACHMENTS = 200
CORES = os.cpu_count() or 1
STREAM_PIPE_BYTES = 1 << 20
_KINDS = {Function: "function", Script: "script", Main: "main", Compile: "compile"}


class NotReady(Exception):
    """The cell failed before submitted code was loaded. The message is the guest's own traceback."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How to start the guest so that its instructions are counted."""

    tool: Tool
    guest: list[str]


class Cell:
    """Runs one task in `slot`. Used once."""

    def __init__(
        self, slot: Slot, task: Task, accounting: Accounting, null_fd: int, counting: Counting | None = None
    ) -> None:
        self._slot = slot
        self._task = replace(task, limits=scaled(task.limits)) if counting is not None else task
        self._counting = counting
        self._log: pipes.Collector | None = None
        self._accounting = accounting
        self._null_fd = null_fd
        self._spare: Any = None
        self._pid = 0
        self._theirs: list[int] = []
        self._ends: list[Any] = []
        self._sockets: list[socket.socket] = []
        self._probes = pipes.Probes(task.limits.probes)
        self.went = False  # submitted code may have run

    def run(self) -> Execution:
        """Raises NotReady, Gone, OSError, ValueError before `go`; after it everything is an execution."""
        try:
            self._lay()
            self._start()
            meter = self._await_ready()
            return self._measure(meter)
        finally:
            self._close()

    # ------------------------------------------------------------ before go

    def _lay(self) -> None:
        """Make every pipe. The cell's ends go to `_theirs` in the order that the guest expects."""
        task, limits = self._task, self._task.limits
        names, program = _packed(task.program.files, task.program.main)
        if len(task.attachments) > MAX_ATTACHMENTS:
            raise ValueError(f"more than {MAX_ATTACHMENTS} streams and sequences in one input")
        is_main = isinstance(task.entry, Main)
        stdin = self._lay_stdin() if is_main else os.dup(self._null_fd)
        self._theirs.append(stdin)
        most = limits.output_bytes if is_main else None
        self._stdout = self._lay_output(most or limits.stdout_bytes, most)
        self._stderr = self._lay_output(limits.stdout_bytes, None)
        if not is_main:
            for attachment in task.attachments:
                self._lay_attachment(attachment)
        if self._counting is not None:
            self._log = self._lay_output(LOG_BYTES, None)
        self._theirs.append(pipes.memory_file("program", program))
        self._theirs.append(pipes.memory_file("input", b"" if is_main else task.input))
        entry = task.entry
        self._request = {
            "entry": _KINDS[type(entry)],
            "name": entry.name if isinstance(entry, Function) else getattr(entry, "class_name", ""),
            "main": task.program.main,
            "files": names,
            "files_bytes": limits.files_bytes,
            "rlimits": rlimits(task),
            "mappings": mapping_limits(self._accounting, limits),
            "count": self._count_request(),
        }

    def _count_request(self) -> dict[str, object] | None:
        if self._counting is None:
            return None
        log_fd = len(self._theirs) - 2  # behind it: program and input; before it the control channel, not in the list
        tool = self._counting.tool
        command = [*tool.command(log_fd, COUNTED_STACK_BYTES), *self._counting.guest]
        return {"command": command, "environment": tool.environment()}

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
        self._ends.append(pipes.Feeder(ours, stream))
        with contextlib.suppress(OSError):  # a user may only have so many large pipes
            fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, STREAM_PIPE_BYTES)
        return theirs

    def _lay_output(self, keep: int, most: int | None) -> pipes.Collector:
        ours, theirs = os.pipe()
        self._theirs.append(theirs)
        end = pipes.Collector(ours, keep, most)
        self._ends.append(end)
        return end

    def _lay_attachment(self, attachment: wire.Attachment) -> None:
        if isinstance(attachment, Stream):
            self._theirs.append(self._lay_stream(attachment))
            return
        ours, theirs = socket.socketpair()
        self._sockets.append(ours)
        self._theirs.append(theirs.detach())
        self._ends.append(pipes.ProbeServer(ours, attachment, self._probes))

    def _start(self) -> None:
        """Take the slot's waiting cell, and send it the task."""
        self._spare = self._slot.cell()
        self._sockets.append(self._spare.channel)
        self._control = pipes.Control(self._spare.channel, self._task.limits.output_bytes, MESSAGE_BYTES)
        self._ends.append(self._control)
        self._pid = host_pid(self._spare.pidfd)
        message = json.dumps(self._request).encode()
        sent = socket.send_fds(self._spare.channel, [LENGTH.pack(len(message)) + message], self._theirs)
        if sent < LENGTH.size + len(message):
            raise ValueError("the program has too many files")
        for fd in self._theirs:
            os.close(fd)
        self._theirs.clear()

    def _await_ready(self) -> Meter:
        poll = select.poll()
        poll.register(self._control.fd, select.POLLIN)
        deadline = time.monotonic() + SETUP_SECONDS
        while (frame := self._control.take()) is None and not self._control.closed:
            left = deadline - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                break
            self._control.ready()
        if frame is None or frame[0] != b"R":
            self._kill()
            self._slot.ended(self._spare)
            self._slot.order()
            raise NotReady(frame[1].decode("utf-8", "replace") if frame else "the cell did not become ready")
        self._waited = waited_ns(self._pid)
        if self._slot.group is not None:
            return GroupMeter(self._slot.group, self._accounting, self._pid, self._task.limits)
        return SampleMeter(self._pid, self._task.limits)

    # ------------------------------------------------------------ the measured span

    def _measure(self, meter: Meter) -> Execution:
        seen = Seen(self._task.entry, self._task.limits)
        began = time.monotonic_ns()
        self.went = True
        self._control.channel.send(b"G")
        gone = self._watch(seen, meter, began)
        seen.wall_ns = time.monotonic_ns() - began
        if seen.frame is not None:
            await_sleep(self._pid)
            seen.cpu_ns = meter.cpu_ns()
        waited = waited_ns(self._pid) - self._waited
        meter.over_memory()
        self._kill()
        if seen.frame is None:
            status, reaped_ns = self._slot.ended(self._spare)
            seen.wait_status = status if gone else None
            seen.cpu_ns = meter.finish(reaped_ns)
        seen.out_of_memory = meter.over_memory()
        memory_bytes = meter.peak_bytes()
        if self._slot.group is not None:
            self._slot.group.end()
        self._slot.order()  # the next cell is made while this one goes away
        await_end(self._spare.pidfd)
        seen.stop = self._stdout.drain() or seen.stop
        self._stderr.drain()
        instructions = None
        if self._log is not None:
            self._log.drain()
            instructions = read_count(bytes(self._log.kept))
        seen.stdout = bytes(self._stdout.kept)
        seen.execution = {
            "memory_bytes": memory_bytes,
            "stderr": bytes(self._stderr.kept),
            "probes": self._probes.count,
            "accounting": meter.accounting,
            "throttled_ns": max(0, waited),
            "instructions": instructions,
        }
        return decide(seen)

    def _watch(self, seen: Seen, meter: Meter, began: int) -> bool:
        """Serve the pipes until the run is over. True when the cell ended by itself."""
        limits = self._task.limits
        poll = select.poll()
        poll.register(self._spare.pidfd, select.POLLIN)
        ends = {end.fd: end for end in self._ends if end.fd >= 0}
        for fd, end in ends.items():
            poll.register(fd, end.events)
        wall_end = began + limits.wall_ns
        next_look = began
        while True:
            now = time.monotonic_ns()
            if now >= next_look:
                cpu_left = limits.cpu_ns - meter.cpu_ns()
                if meter.over_memory():
                    seen.stop = Status.MEMORY_LIMIT
                elif cpu_left < 0:
                    seen.stop = Status.CPU_LIMIT
                elif now >= wall_end:
                    seen.stop = Status.WALL_LIMIT
                if seen.stop is not None:
                    return False
                next_look = now + min(meter.tick_ns, max(1_000_000, cpu_left // CORES), wall_end - now)
            gone = False
            for fd, _ in poll.poll(max(0, math.ceil((next_look - now) / 1e6))):
                if fd == self._spare.pidfd:
                    gone = True
                    continue
                end = ends[fd]
                seen.stop = end.ready() or seen.stop
                if end.fd < 0:
                    poll.unregister(fd)
                    del ends[fd]
            if seen.stop is not None:
                return False
            if gone:
                if seen.frame is None:
                    self._drain_control(seen)
                return seen.frame is None
            if (frame := self._control.take()) is not None and seen.frame is None:
                seen.frame = frame
                if self._counting is None:
                    return False
                # A counted run ends by itself: only then is the count written.
            if self._counting is None and self._control.closed and not isinstance(self._task.entry, Main):
                # Either it is about to be gone, or it gave up the only way to answer.
                return bool(poll_one(self._spare.pidfd, 20))

    def _drain_control(self, seen: Seen) -> None:
        """It may have said its last word just before it ended."""
        while not self._control.closed and self._control.frame is None and poll_one(self._control.channel.fileno(), 0):
            seen.stop = self._control.ready() or seen.stop
            if seen.stop is not None:
                return
        seen.frame = self._control.take()

    # ------------------------------------------------------------ the end

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._spare.pidfd, signal.SIGKILL)

    def _close(self) -> None:
        for fd in self._theirs:
            os.close(fd)
        for end in self._ends:
            if isinstance(end, pipes.Collector | pipes.Feeder):
                end.close()
        for channel in self._sockets:
            channel.close()
        if self._spare is not None:
            os.close(self._spare.pidfd)


def poll_one(fd: int, timeout_ms: int) -> bool:
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(timeout_ms))


def await_end(pidfd: int) -> None:
    """Wait until a cell that was killed is gone, with all its descendants."""
    if not poll_one(pidfd, END_SECONDS * 1000):
        raise OSError("a killed cell does not end")


def rlimits(task: Task) -> dict[str, int]:
    """Per-process limits behind those that the parent and the cgroup keep."""
    limits = task.limits
    return {
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": limits.cpu_ns // 1_000_000_000 + 2,
        "RLIMIT_FSIZE": max(limits.files_bytes, limits.output_bytes),
        "RLIMIT_MEMLOCK": 0,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_NOFILE": limits.open_files + len(task.attachments),
        "RLIMIT_NPROC": limits.processes,
        "RLIMIT_SIGPENDING": 256,
    }


def _packed(files: dict[str, bytes], main: str) -> tuple[list[tuple[str, int]], bytes]:
    """Names and sizes, and the contents one after the other. Raises ValueError for a name that is no plain path."""
    if main not in files:
        raise ValueError(f"the program has no file {main!r}")
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or str(path) != name or ".." in path.parts or "\0" in name or name in ("", "."):
            raise ValueError(f"not a plain relative file name: {name!r}")
    return [(name, len(data)) for name, data in files.items()], b"".join(files.values())
