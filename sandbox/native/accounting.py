"""What one cell uses, from its `ready` on: by its cgroup, or by clocks and samples where there is none."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from sandbox.api import MIB, Accounting, Limits
from sandbox.native.cgroup import Group

PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
# Address space that may be reserved beyond what may be touched; a terabyte that is never touched is refused by it.
RESERVE_FACTOR, RESERVE_BYTES = 4, 1024 * MIB
ALONE = 2  # tasks in a group: a slot, and a cell of one thread
IMPATIENCE, PATIENCE = 20, 70  # looks at a process that is about to sleep
NEAR_BYTES = 1 * MIB
KILL_ROUNDS = 8  # each finds what was forked during the one before
DATA_SLACK_BYTES = 64 * MIB  # stacks and arenas of threads, mapped and hardly touched


@dataclass(frozen=True, slots=True)
class Watched:
    """A cell that is ready. `slot`: the pid of its maker; `pid`: of its first process, all others descend from it;
    `main`: of the one that runs the submission, mostly the same. `fresh`: `main` is about to become another program,
    and what it holds now will go."""

    slot: int
    pid: int
    main: int
    fresh: bool = False
    launcher: str | None = None  # what `main` runs before

    def became(self) -> bool:
        """Whether `main` is that other program by now."""
        return executable(self.main) != self.launcher

    def others(self) -> list[int]:
        """The processes whose memory counts: the first of a command's cell only waits."""
        tree = _tree(self.pid)
        return tree if self.main == self.pid else tree[1:]


class Meter(Protocol):
    """Reads one cell, from its `ready` on."""

    accounting: Accounting
    tick_ns: int  # how long the parent may wait between two looks

    def cpu_ns(self) -> int: ...
    def over_memory(self) -> bool: ...
    def starved(self) -> bool:
        """Whether the kernel killed in the cell for want of memory, and not because of the cell's limit."""

    def over_processes(self) -> bool: ...
    def kill_others(self) -> None:
        """End all but the cell's first process, which is to be killed next. The kernel ends them with it, but only
        after it has torn down that one's memory: until then they would run on."""

    def finish(self, reaped_cpu_ns: int) -> int:
        """The CPU time of a cell that is gone; `reaped_cpu_ns` is what wait4 said of it and all it reaped."""

    def peak_bytes(self) -> int: ...


class GroupMeter:
    """The kernel counts and stops: nothing escapes, and what is over the memory limit is killed by the kernel."""

    tick_ns = 25_000_000

    def __init__(self, group: Group, accounting: Accounting, cell: Watched, limits: Limits) -> None:
        self.accounting = accounting
        self._group = group
        self._cell = cell
        self._pid = cell.main
        with suppress(OSError):
            _write(f"/proc/{cell.main}/oom_score_adj", b"1000")  # the submission, not the slot's own process
        group.begin(limits.memory_bytes, limits.processes)
        self._memory = self._highest = group.memory_bytes()
        self._allowed = limits.memory_bytes
        self._reread_before: int | None = None
        # A kernel that cannot start the group's peak anew: the main process's own high-water mark has to help out.
        self._resident = _start_high_water(cell) if group.peak_bytes() is None else None
        await_sleep(cell.main)
        self._cpu = group.cpu_ns()

    def cpu_ns(self) -> int:
        return self._group.cpu_ns() - self._cpu

    def over_memory(self) -> bool:
        now = self._group.memory_bytes()
        self._highest = max(self._highest, now)
        if self._resident is not None:
            with suppress(OSError, ValueError):
                self._highest = max(self._highest, self._memory + _high_water(self._pid) - self._resident)
        return self._group.oom_kills() > 0 or self._lives_by_reading(now)

    def _lives_by_reading(self, now: int) -> bool:
        """Whether the cell, at its limit, has the kernel drop the pages of its own program and read them back, as much
        as it may hold altogether. The kernel sees progress in that and does not kill."""
        if now < self._memory + self._allowed - NEAR_BYTES:
            return False
        reread = self._group.reread_bytes()
        if self._reread_before is None:
            self._reread_before = reread
        return reread - self._reread_before > self._allowed

    def starved(self) -> bool:
        return self._group.starved()

    def over_processes(self) -> bool:
        return False  # a fork too many fails

    def kill_others(self) -> None:
        self._group.forbid_forks()
        if self._group.tasks() <= ALONE:
            return
        kill_all(lambda: [pid for pid in self._group.pids() if pid not in (self._cell.pid, self._cell.slot)])

    def finish(self, reaped_cpu_ns: int) -> int:
        return self._group.cpu_ns() - self._cpu

    def peak_bytes(self) -> int:
        peak = self._group.peak_bytes()
        return max(0, (self._highest if peak is None else peak) - self._memory)


class SampleMeter:
    """No cgroup: looks every few milliseconds, with a hard limit on each process's data behind it."""

    accounting = Accounting.SAMPLED
    tick_ns = 4_000_000

    def __init__(self, cell: Watched, limits: Limits) -> None:
        self._cell = cell
        self._limit = limits.memory_bytes
        self._processes = limits.processes
        self._resident = _start_high_water(cell)
        self._counts = not cell.fresh
        self._peak = 0
        await_sleep(cell.main)
        self._own = sum(map(process_cpu_ns, _tree(cell.pid)))
        self._cpu = 0

    def over_processes(self) -> bool:
        """The kernel refuses forks beyond RLIMIT_NPROC to all but root: where a cell is root in its own user namespace
        and the maker of that was root too, only this stops a fork bomb."""
        return _tasks(self._cell.pid, 2 * self._processes) > 2 * self._processes

    def kill_others(self) -> None:
        kill_all(lambda: _tree(self._cell.pid)[1:])

    def cpu_ns(self) -> int:
        now = sum(_cpu_with_reaped(pid) for pid in _tree(self._cell.pid)) - self._own
        self._cpu = max(self._cpu, now)
        return self._cpu

    def over_memory(self) -> bool:
        if not self._counts and not self._cell.became():
            return False
        self._counts = True
        now = 0
        for pid in self._cell.others():
            with suppress(OSError, ValueError):
                now += max(0, _resident_bytes(pid) - self._resident)
        with suppress(OSError, ValueError):
            now = max(now, _high_water(self._cell.main) - self._resident)
        self._peak = max(self._peak, now)
        return self._peak > self._limit

    def starved(self) -> bool:
        return False  # nothing tells

    def finish(self, reaped_cpu_ns: int) -> int:
        return max(self._cpu, reaped_cpu_ns - self._own)

    def peak_bytes(self) -> int:
        return self._peak


def kill_all(look: Callable[[], list[int]]) -> None:
    """SIGKILL to all that `look` finds, until it finds nobody new. A number that was given to somebody else in between
    is not looked up again under it."""
    done: set[int] = set()
    for _ in range(KILL_ROUNDS):
        with ExitStack() as stack:
            held = {}
            for pid in set(look()) - done:
                with suppress(OSError):
                    held[pid] = os.pidfd_open(pid)
                    stack.callback(os.close, held[pid])
            for pid in held.keys() & set(look()):
                with suppress(OSError):
                    signal.pidfd_send_signal(held[pid], signal.SIGKILL)
            done |= held.keys()
        if not held:
            return


def await_sleep(pid: int) -> None:
    """Wait, at most some milliseconds, until the process's main thread sleeps. The kernel books the time of what runs
    at each tick, of what goes to sleep at once."""
    for attempt in range(PATIENCE):
        try:
            if _read(f"/proc/{pid}/stat").rpartition(b")")[2][1:2] != b"R":
                return
        except OSError:
            return
        if attempt < IMPATIENCE:
            os.sched_yield()  # it is some microseconds away; a timer takes many times as long
        else:
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
        return int(_read(f"/proc/{pid}/schedstat").split()[1])
    except (OSError, IndexError, ValueError):
        return 0


def mapping_limits(accounting: Accounting, limits: Limits) -> dict[str, int | None]:
    """How much address space, and how much writable memory, a process may map beyond what it has at `ready`."""
    sampled = accounting is Accounting.SAMPLED
    return {
        "RLIMIT_AS": RESERVE_FACTOR * limits.memory_bytes + RESERVE_BYTES,
        "RLIMIT_DATA": limits.memory_bytes + DATA_SLACK_BYTES if sampled else None,
    }


def _read(path: str) -> bytes:
    """The start of a file of /proc, in one call: such files are small, and change between two."""
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return os.read(fd, 1 << 16)
    finally:
        os.close(fd)


def _write(path: str, data: bytes) -> None:
    fd = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(fd, data)
    finally:
        os.close(fd)


def _resident_bytes(pid: int) -> int:
    return int(_read(f"/proc/{pid}/statm").split()[1]) * PAGE


def _start_high_water(cell: Watched) -> int:
    """Let the high-water mark of the cell's main process count from now, where the kernel allows. Returns what it holds
    now of what it will keep."""
    with suppress(OSError):
        _write(f"/proc/{cell.main}/clear_refs", b"5")
    return 0 if cell.fresh else _resident_bytes(cell.main)


def _high_water(pid: int) -> int:
    for line in _read(f"/proc/{pid}/status").splitlines():
        if line.startswith(b"VmHWM:"):
            return int(line.split()[1]) * 1024
    raise ValueError("no high-water mark")


def _cpu_with_reaped(pid: int) -> int:
    """Its own time, and that of its children that ended (in ticks: the kernel keeps no finer figure)."""
    with suppress(OSError, IndexError, ValueError):
        fields = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
        return process_cpu_ns(pid) + (int(fields[13]) + int(fields[14])) * 1_000_000_000 // TICKS
    return process_cpu_ns(pid)


def _tree(pid: int) -> list[int]:
    """`pid` and all its descendants; in a pid namespace of its own nothing can leave this tree."""
    if not _HAS_CHILDREN_FILES:
        with suppress(psutil.Error):
            return [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
        return [pid]
    found = [pid]
    for parent in found:
        with suppress(OSError):
            for thread in Path(f"/proc/{parent}/task").iterdir():
                found += map(int, _read(f"{thread}/children").split())
    return found


def executable(pid: int) -> str | None:
    try:
        return str(Path(f"/proc/{pid}/exe").readlink())
    except OSError:
        return None


def child_of(pid: int) -> int:
    """The one child of a cell's first process."""
    found = _tree(pid)
    if len(found) < 2:
        raise ProcessLookupError("the command is gone already")
    return found[1]


def _tasks(pid: int, enough: int) -> int:
    """Processes and threads of the tree; stops counting when there are more than `enough`."""
    waiting, count = [pid], 0
    while waiting and count + len(waiting) <= enough:
        parent = waiting.pop()
        with suppress(OSError):
            for thread in Path(f"/proc/{parent}/task").iterdir():
                count += 1
                if _HAS_CHILDREN_FILES:
                    waiting += map(int, _read(f"{thread}/children").split())
    return count + len(waiting)


_HAS_CHILDREN_FILES = Path(f"/proc/self/task/{os.getpid()}/children").exists()
