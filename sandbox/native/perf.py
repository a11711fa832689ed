"""Executed instructions of a cell, counted by the processor (perf_event_open(2)).

The counter is the parent's: opened on the threads of a ready cell and started just before `go`, it follows every thread
and process that they make later. The cell cannot reach it: it has no descriptor of it, and the system-call filter
refuses perf_event_open and the prctl that would stop counters. A counter of the cell's control group would have to be
opened once a core, by root only, and would count the slot's own process as well.

Only what runs in user mode is counted: the kernel's part depends on the host's mood. Where the processor had to share
its counters between several users, the figure would be an estimate, and there is none.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from struct import Struct

_SYSCALLS = {"x86_64": 298, "aarch64": 241}
# The first version of perf_event_attr, which every kernel takes: type, size, config, sample_period, sample_type,
# read_format, flags, wakeup_events, bp_type, config1.
_ATTR = Struct("=IIQQQQQIIQ")
_DISABLED, _INHERIT, _EXCLUDE_KERNEL, _EXCLUDE_HV = 1 << 0, 1 << 1, 1 << 5, 1 << 6
_FLAGS = _DISABLED | _INHERIT | _EXCLUDE_KERNEL | _EXCLUDE_HV
_TIMES = 1 | 2  # read_format: the time the event was enabled, and the time it really counted
_READ = Struct("=QQQ")
_CLOEXEC = 8
_IOC_ENABLE = 0x2400
_LIBC = ctypes.CDLL(None, use_errno=True)


@dataclass(frozen=True, slots=True)
class Event:
    """What is counted, in the kernel's numbers."""

    type: int
    config: int


INSTRUCTIONS = Event(0, 1)  # PERF_TYPE_HARDWARE, PERF_COUNT_HW_INSTRUCTIONS
TASK_CLOCK = Event(1, 1)  # PERF_TYPE_SOFTWARE, PERF_COUNT_SW_TASK_CLOCK: nanoseconds; on every host


class Counter:
    """Counts one event in the given threads and in all that they and their children start. One use."""

    def __init__(self, event: Event, threads: Iterable[int]) -> None:
        """Raises OSError."""
        self._fds: list[int] = []
        try:
            for thread in threads:
                self._fds.append(_open(event, thread))
        except OSError:
            self.close()
            raise

    @classmethod
    def of_processes(cls, event: Event, pids: Iterable[int]) -> Counter:
        """Of all threads that these processes have now. Raises OSError."""
        return cls(event, [int(task.name) for pid in pids for task in Path(f"/proc/{pid}/task").iterdir()])

    def start(self) -> None:
        for fd in self._fds:
            fcntl.ioctl(fd, _IOC_ENABLE, 0)

    def read(self) -> int | None:
        """The count since `start`; None where the processor did not count all the time."""
        total = 0
        for fd in self._fds:
            value = counted(os.read(fd, _READ.size))
            if value is None:
                return None
            total += value
        return total

    def close(self) -> None:
        for fd in self._fds:
            os.close(fd)
        self._fds.clear()


def counted(record: bytes) -> int | None:
    """What the kernel gave for one counter: its value, unless it had to share."""
    if len(record) != _READ.size:
        return None
    value, enabled_ns, running_ns = _READ.unpack(record)
    return int(value) if running_ns == enabled_ns else None


def find(event: Event = INSTRUCTIONS) -> Event | None:
    """`event` where this host counts it for us, else None."""
    return event if why_not(event) is None else None


def why_not(event: Event = INSTRUCTIONS) -> int | None:
    """The errno with which a counter is refused here; None: it works."""
    try:
        os.close(_open(event, os.getpid()))
    except OSError as error:
        return error.errno
    return None


def _open(event: Event, thread: int) -> int:
    number = _SYSCALLS.get(platform.machine())
    if number is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    attr = ctypes.create_string_buffer(
        _ATTR.pack(event.type, _ATTR.size, event.config, 0, 0, _TIMES, _FLAGS, 0, 0, 0), _ATTR.size
    )
    any_core, no_group = ctypes.c_int(-1), ctypes.c_int(-1)
    fd = _LIBC.syscall(ctypes.c_long(number), attr, ctypes.c_int(thread), any_core, no_group, ctypes.c_ulong(_CLOEXEC))
    if fd < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return int(fd)
