"""What one cell uses, from its `ready` on: by its cgroup, or by clocks and samples where there is none."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import Protocol

import psutil

from sandbox.api import MIB, Accounting, Limits
from sandbox.native.cgroup import Group

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
# Address space that may be reserved beyond what may be touched; a terabyte that is never touched is refused by it.
RESERVE_FACTOR, RESERVE_BYTES = 4, 1024 * MIB
DATA_SLACK_BYTES = 64 * MIB  # stacks and arenas of threads, mapped and hardly touched


class Meter(Protocol):
    """Reads one cell. `begin` comes at its `ready`; `pid` is the host's."""

    accounting: Accounting
    tick_ns: int  # how long the parent may wait between two looks

    def cpu_ns(self) -> int: ...
    def over_memory(self) -> bool: ...
    def finish(self, reaped_cpu_ns: int) -> int:
        """The CPU time of a cell that is gone; `reaped_cpu_ns` is what wait4 said of it and all it reaped."""

    def peak_bytes(self) -> int: ...


class GroupMeter:
    """The kernel counts and stops: nothing escapes, and what is over the memory limit is killed by the kernel."""

    tick_ns = 25_000_000

    def __init__(self, group: Group, accounting: Accounting, pid: int, limits: Limits) -> None:
        self.accounting = accounting
        self._group = group
        self._pid = pid
        with open(f"/proc/{pid}/oom_score_adj", "w") as file:
            file.write("1000")  # the cell, not the slot's own process
        group.begin(limits.memory_bytes, limits.processes)
        self._oom_kills = group.oom_kills()
        self._memory = self._highest = group.memory_bytes()
        await_sleep(pid)
        self._cpu = group.cpu_ns()

    def cpu_ns(self) -> int:
        return self._group.cpu_ns() - self._cpu

    def over_memory(self) -> bool:
        self._highest = max(self._highest, self._group.memory_bytes())
        return self._group.oom_kills() > self._oom_kills

    def finish(self, reaped_cpu_ns: int) -> int:
        return self._group.cpu_ns() - self._cpu

    def peak_bytes(self) -> int:
        peak = self._group.peak_bytes()
        return max(0, (self._highest if peak is None else peak) - self._memory)


class SampleMeter:
    """No cgroup: looks every few milliseconds, with a hard limit on each process's data behind it."""

    accounting = Accounting.SAMPLED
    tick_ns = 4_000_000

    def __init__(self, pid: int, limits: Limits) -> None:
        self._pid = pid
        self._limit = limits.memory_bytes
        resident = _resident_bytes(pid)
        with suppress(OSError), open(f"/proc/{pid}/clear_refs", "w") as file:
            file.write("5")  # start the high-water mark anew
        self._resident = resident
        self._peak = 0
        await_sleep(pid)
        self._own = process_cpu_ns(pid)
        self._cpu = 0

    def cpu_ns(self) -> int:
        now = sum(_cpu_with_reaped(pid) for pid in _tree(self._pid)) - self._own
        self._cpu = max(self._cpu, now)
        return self._cpu

    def over_memory(self) -> bool:
        now = 0
        for pid in _tree(self._pid):
            with suppress(OSError, ValueError):
                now += max(0, _resident_bytes(pid) - self._resident)
        with suppress(OSError, ValueError):
            now = max(now, _high_water(self._pid) - self._resident)
        self._peak = max(self._peak, now)
        return self._peak > self._limit

    def finish(self, reaped_cpu_ns: int) -> int:
        return max(self._cpu, reaped_cpu_ns - self._own)

    def peak_bytes(self) -> int:
        return self._peak


def await_sleep(pid: int) -> None:
    """Wait, at most some milliseconds, until the process's main thread sleeps. The kernel books the time of what runs
    at each tick, of what goes to sleep at once."""
    for _ in range(50):
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:
                if file.read(512).rpartition(b")")[2][1:2] != b"R":
                    return
        except OSError:
            return
        time.sleep(20e-6)


def process_cpu_ns(pid: int) -> int:
    """CPU time of all threads of one process, those that ended included. 0 when it is gone."""
    try:
        return time.clock_gettime_ns((~pid << 3) | 2)
    except OSError:
        return 0


def waited_ns(pid: int) -> int:
    """Time the main thread was runnable but had no core; 0 where the kernel does not tell."""
    try:
        with open(f"/proc/{pid}/schedstat") as file:
            return int(file.read().split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def mapping_limits(accounting: Accounting, limits: Limits) -> dict[str, int | None]:
    """How much address space, and how much writable memory, a process may map beyond what it has at `ready`."""
    sampled = accounting is Accounting.SAMPLED
    return {
        "RLIMIT_AS": RESERVE_FACTOR * limits.memory_bytes + RESERVE_BYTES,
        "RLIMIT_DATA": limits.memory_bytes + DATA_SLACK_BYTES if sampled else None,
    }


def _resident_bytes(pid: int) -> int:
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * PAGE


def _high_water(pid: int) -> int:
    with open(f"/proc/{pid}/status") as lines:
        for line in lines:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    raise ValueError("no high-water mark")


def _cpu_with_reaped(pid: int) -> int:
    with suppress(OSError, IndexError, ValueError):
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return process_cpu_ns(pid) + (int(fields[13]) + int(fields[14])) * 1_000_000_000 // TICKS
    return process_cpu_ns(pid)


def _tree(pid: int) -> list[int]:
    """`pid` and all its descendants; in a pid namespace of its own nothing can leave this tree."""
    found = [pid]
    try:
        for parent in found:
            for thread in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{thread}/children") as file:
                    found += map(int, file.read().split())
    except FileNotFoundError:
        if not os.path.exists(f"/proc/{os.getpid()}/task/{os.getpid()}/children"):  # a kernel without it
            with suppress(psutil.Error):
                return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    except OSError:
        pass
    return found
