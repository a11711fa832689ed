"""What one cell uses, from its `ready` on: by its cgroup, or by clocks and samples where there is none."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from sandbox.api import MIB, Accounting, Limits
from sandbox.native.cgroup import Group
from sandbox.native.processes import (
    await_sleep,
    cpu_with_reaped,
    executable,
    high_water,
    kill_all,
    process_cpu_ns,
    resident_bytes,
    tasks,
    tree,
    write,
)

# Address space that may be reserved beyond what may be touched; a terabyte that is never touched is refused by it.
RESERVE_FACTOR, RESERVE_BYTES = 4, 1024 * MIB
ALONE = 2  # tasks in a group: a slot, and a cell of one thread
NEAR_BYTES = 1 * MIB
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
        found = tree(self.pid)
        return found if self.main == self.pid else found[1:]


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
        with suppress(OSError):
            write(f"/proc/{cell.main}/oom_score_adj", b"1000")  # the submission, not the slot's own process
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
                self._highest = max(self._highest, self._memory + high_water(self._cell.main) - self._resident)
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
        self._own = sum(map(process_cpu_ns, tree(cell.pid)))
        self._cpu = 0

    def over_processes(self) -> bool:
        """The kernel refuses forks beyond RLIMIT_NPROC to all but root: where a cell is root in its own user namespace
        and the maker of that was root too, only this stops a fork bomb."""
        return tasks(self._cell.pid, 2 * self._processes) > 2 * self._processes

    def kill_others(self) -> None:
        kill_all(lambda: tree(self._cell.pid)[1:])

    def cpu_ns(self) -> int:
        now = sum(cpu_with_reaped(pid) for pid in tree(self._cell.pid)) - self._own
        self._cpu = max(self._cpu, now)
        return self._cpu

    def over_memory(self) -> bool:
        if not self._counts and not self._cell.became():
            return False
        self._counts = True
        now = 0
        for pid in self._cell.others():
            with suppress(OSError, ValueError):
                now += max(0, resident_bytes(pid) - self._resident)
        with suppress(OSError, ValueError):
            now = max(now, high_water(self._cell.main) - self._resident)
        self._peak = max(self._peak, now)
        return self._peak > self._limit

    def starved(self) -> bool:
        return False  # nothing tells

    def finish(self, reaped_cpu_ns: int) -> int:
        return max(self._cpu, reaped_cpu_ns - self._own)

    def peak_bytes(self) -> int:
        return self._peak


def mapping_limits(accounting: Accounting, limits: Limits) -> dict[str, int | None]:
    """How much address space, and how much writable memory, a process may map beyond what it has at `ready`."""
    sampled = accounting is Accounting.SAMPLED
    return {
        "RLIMIT_AS": RESERVE_FACTOR * limits.memory_bytes + RESERVE_BYTES,
        "RLIMIT_DATA": limits.memory_bytes + DATA_SLACK_BYTES if sampled else None,
    }


def _start_high_water(cell: Watched) -> int:
    """Let the high-water mark of the cell's main process count from now, where the kernel allows. Returns what it holds
    now of what it will keep."""
    with suppress(OSError):
        write(f"/proc/{cell.main}/clear_refs", b"5")
    return 0 if cell.fresh else resident_bytes(cell.main)
