"""One run, as the parent sees it: wait for ready, say go, watch, kill, collect. One loop, no thread."""

from __future__ import annotations

import contextlib
import math
import os
import select
import signal
import time
from dataclasses import replace
from struct import Struct

from sandbox.api import Accounting, Execution, Main, Query, Status, Task
from sandbox.native import command, perf, pipes
from sandbox.native.accounting import GroupMeter, Meter, SampleMeter, Watched
from sandbox.native.callgrind import read_count, scaled
from sandbox.native.cores import Cores
from sandbox.native.layout import SETUP_SECONDS, Counting, Layout
from sandbox.native.outcome import Seen, decide
from sandbox.native.processes import await_sleep, child_of, executable, tree, waited_ns
from sandbox.native.zygote import Slot, host_pid
from sandbox.toolchains import TOOLCHAINS

MESSAGE_BYTES = 32_768
ENDED, STATUS = b"X", Struct("<i")  # how a command ended
CORES = os.cpu_count() or 1


class NotReady(Exception):
    """The cell failed before submitted code was loaded. The message is the guest's own traceback."""


class Cell:
    """Runs one task in `slot`. Used once."""

    def __init__(
        self,
        slot: Slot,
        task: Task,
        accounting: Accounting,
        cores: Cores,
        counting: Counting | None = None,
        event: perf.Event | None = None,
    ) -> None:
        self._slot = slot
        limits = scaled(task.limits) if counting is not None else task.limits
        if task.program.command:
            limits = command.widened(limits, TOOLCHAINS[task.program.toolchain])
        self._task = replace(task, limits=limits)
        self._accounting = accounting
        self._cores = cores
        self._counting = counting
        self._event = event if counting is None else None  # what the processor counts
        self._said_status: int | None = None  # of a command, by its cell's first process
        self.went = False  # submitted code may have run

    def run(self) -> Execution:
        """Raises NotReady, Gone, OSError, ValueError before `go`; after it only what a host in trouble raises."""
        with contextlib.ExitStack() as stack:
            self._layout = Layout(self._task, self._counting)
            stack.callback(self._layout.close)
            self._spare = self._slot.cell()
            stack.callback(self._slot.part, self._spare)
            self._pid = host_pid(self._spare.pidfd)
            stack.enter_context(self._cores.one_for(self._pid))
            self._control = pipes.Control(self._spare.channel, self._task.limits.output_bytes, MESSAGE_BYTES)
            self._layout.hand_over(self._spare.channel, self._accounting)
            meter = self._await_ready()
            return self._measure(meter, self._counter(stack))

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
            raise NotReady(self._why_not_ready(frame))
        self._watched = self._what_to_watch()
        self._waited = waited_ns(self._watched.main)
        if self._slot.group is not None:
            return GroupMeter(self._slot.group, self._accounting, self._watched, self._task.limits)
        return SampleMeter(self._watched, self._task.limits)

    def _what_to_watch(self) -> Watched:
        program = self._task.program
        if not program.command:
            return Watched(self._slot.pid, self._pid, self._pid)
        main = child_of(self._pid)
        return Watched(self._slot.pid, self._pid, main, not program.driver, executable(main))

    def _counter(self, stack: contextlib.ExitStack) -> perf.Counter | None:
        if self._event is None:
            return None
        try:
            # The first process of a command's cell only waits, and lets nobody look at it.
            counter = perf.Counter.of_processes(self._event, tree(self._watched.main))
        except OSError:  # too many open files, or a thread that has just ended: the clocks are still there
            return None
        stack.callback(counter.close)
        return counter

    def _why_not_ready(self, frame: tuple[bytes, bytes] | None) -> str:
        if frame is None:
            return "the cell did not become ready"
        if frame[0] != ENDED:
            return frame[1].decode("utf-8", "replace")
        self._layout.stderr.drain()
        return f"the command ended before it was ready: {bytes(self._layout.stderr.kept).decode('utf-8', 'replace')}"

    # ------------------------------------------------------------ the measured span

    def _measure(self, meter: Meter, counter: perf.Counter | None) -> Execution:
        seen = Seen(self._task.entry, self._task.limits)
        if self._task.program.command:
            seen.memory_marks = TOOLCHAINS[self._task.program.toolchain].out_of_memory
        if counter is not None:
            counter.start()
        began = time.monotonic_ns()
        self.went = True
        self._control.channel.send(b"G")
        gone = self._watch(seen, meter, began)
        seen.wall_ns = time.monotonic_ns() - began
        if seen.frame is not None:
            await_sleep(self._watched.main)
            seen.cpu_ns = meter.cpu_ns()
            instructions = counter.read() if counter is not None else None
        waited = waited_ns(self._watched.main) - self._waited
        meter.over_memory()
        meter.kill_others()
        self._kill()
        if seen.frame is None:
            status, reaped_ns = self._slot.ended(self._spare)
            if gone:
                seen.wait_status = status if self._said_status is None else self._said_status
            seen.cpu_ns = meter.finish(reaped_ns)
            instructions = counter.read() if counter is not None else None
        seen.out_of_memory, seen.starved = meter.over_memory(), meter.starved()
        memory_bytes = meter.peak_bytes()
        if self._slot.group is not None:
            self._slot.group.end()
        with contextlib.suppress(OSError):  # a slot that died is found out by its next user
            self._slot.order()  # the next cell is made while this one goes away
        seen.stop = self._layout.stdout.drain() or seen.stop
        self._layout.stderr.drain()
        if self._layout.log is not None:
            self._layout.log.drain()
            whole = self._layout.log.total == len(self._layout.log.kept)
            instructions = read_count(bytes(self._layout.log.kept)) if whole else None
        seen.stdout, seen.stderr = bytes(self._layout.stdout.kept), bytes(self._layout.stderr.kept)
        seen.execution = {
            "memory_bytes": memory_bytes,
            "probes": self._layout.probes.count,
            "accounting": meter.accounting,
            "throttled_ns": max(0, waited),
            "instructions": instructions,
            "steps": self._steps(),
        }
        return decide(seen)

    def _steps(self) -> int | None:
        """What only a guest that runs nothing but a query can have counted."""
        entry, counter = self._task.entry, self._layout.steps
        return (
            counter.read() if counter is not None and isinstance(entry, Query) and entry.dialect == "sqlite" else None
        )

    def _watch(self, seen: Seen, meter: Meter, began: int) -> bool:
        """Serve the pipes until the run is over. True when the cell ended by itself."""
        limits = self._task.limits
        poll = select.poll()
        poll.register(self._spare.pidfd, select.POLLIN)
        ends = {end.fd: end for end in (*self._layout.ends, self._control) if end.fd >= 0}
        for fd, end in ends.items():
            poll.register(fd, end.events)
        wall_end = began + limits.wall_ns
        next_look = began
        while True:
            now = time.monotonic_ns()
            if now >= next_look:
                crowded = meter.over_processes()  # first: in a crowd every other look is slow
                cpu_left = 0 if crowded else limits.cpu_ns - meter.cpu_ns()
                if crowded:
                    seen.stop = Status.EXCEPTION
                elif meter.over_memory():
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
            if (frame := self._take_frame()) is not None and seen.frame is None:
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
        seen.frame = self._take_frame()

    def _take_frame(self) -> tuple[bytes, bytes] | None:
        """What was said, but for how a command ended: that cell is about to be gone."""
        frame = self._control.take()
        if frame is None or frame[0] != ENDED or not self._task.program.command or len(frame[1]) != STATUS.size:
            return frame
        (self._said_status,) = STATUS.unpack(frame[1])
        return None

    # ------------------------------------------------------------ the end

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._spare.pidfd, signal.SIGKILL)


def poll_one(fd: int, timeout_ms: int) -> bool:
    poll = select.poll()
    poll.register(fd, select.POLLIN)
    return bool(poll.poll(timeout_ms))
