"""Control groups of version 2."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sandbox.api import Accounting
from sandbox.native import cgroup
from sandbox.native.cgroup_v2_place import find_place, own_family, switch_on

# How far a peak that cannot be started anew may stand above what the next cell begins with.
STALE_PEAK_BYTES = 2 << 20


class GroupsV2:
    """Makes groups below one of its own, `folder`."""

    accounting = Accounting.CGROUP_V2

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left: list[Path] = []

    @classmethod
    def find(cls, mounts: list[cgroup.Mount], own: dict[str, str]) -> GroupsV2 | None:
        """None where no group may be made with memory and pids controllers in it."""
        place = find_place(mounts, own, own_family())
        if place is None:
            return None
        with suppress(OSError):
            cgroup.sweep(place)
            folder = place / cgroup.fresh_name()
            folder.mkdir()
            switch_on(folder)
            return cls(folder)
        return None

    def make(self) -> GroupV2:
        return GroupV2(self._folder / cgroup.fresh_name(), self._left)

    def close(self) -> None:
        cgroup.remove_tree(self._folder)


class _Files:
    """One folder with its files open. The kernel also kills all processes of a group together, where `memory.oom.group`
    is set; here that would take the slot's own process along."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._fds: list[int] = []
        folder.mkdir(exist_ok=True)
        try:
            self.cpu = self._open("cpu.stat", os.O_RDONLY)
            self.memory = self._open("memory.current", os.O_RDONLY)
            self.limit = self._open("memory.max")
            self.events = self._open("memory.events", os.O_RDONLY)
            self.pids = self._open("pids.max")
            self.tasks = self._open("pids.current", os.O_RDONLY)
            self.swap = self._open_if_there("memory.swap.max", os.O_RDWR)
            self.peak = self._open_if_there("memory.peak", os.O_RDONLY)
            fresh = self._open_if_there("memory.peak", os.O_RDWR)
            self.peak_sticks = fresh is None or not _starts_anew(fresh)
            if not self.peak_sticks:
                self.peak = fresh
        except OSError:
            self.remove()
            raise

    def _open(self, name: str, mode: int = os.O_RDWR) -> int:
        fd = os.open(self.folder / name, mode | os.O_CLOEXEC)
        self._fds.append(fd)
        return fd

    def _open_if_there(self, name: str, mode: int) -> int | None:
        try:
            return self._open(name, mode)
        except OSError:
            return None

    def close(self) -> None:
        for fd in self._fds:
            os.close(fd)
        self._fds.clear()

    def remove(self) -> None:
        self.close()
        cgroup.remove_tree(self.folder)


def _starts_anew(peak: int) -> bool:
    """Linux 6.12 and newer let each reader of a peak start it anew; 5.19 and newer have one of the group's whole life,
    which root can open for writing all the same."""
    try:
        cgroup.write(peak, "reset")
    except OSError:
        return False
    return True


class GroupV2:
    """Where a peak sticks, the slot moves on to a new folder after a cell that used much: the next one's peak would be
    hidden under it. Moving costs up to 20 ms, so it is not done for little."""

    def __init__(self, folder: Path, left: list[Path] | None = None) -> None:
        """`left`: folders that could not be removed yet, of all groups of a sandbox: any of them sees to it."""
        self._files = _Files(folder)
        self._left = [] if left is None else left
        self._pid: int | None = None
        self._base = self._peak_before = 0
        self._limited_before = self._killed_before = 0

    def add(self, pid: int) -> None:
        (self._files.folder / "cgroup.procs").write_text(str(pid))
        self._pid = pid

    def drop_cache(self) -> None:
        (self._files.folder / "memory.reclaim").write_text(str(self.memory_bytes()))

    def begin(self, memory_bytes: int, processes: int) -> None:
        files = self._files
        self._remove_left()
        cgroup.write(files.pids, processes + 1)  # the slot's own process
        if files.swap is not None:
            cgroup.write(files.swap, 0)
        self._base = self.memory_bytes()
        cgroup.write(files.limit, self._base + memory_bytes)
        self._limited_before, self._killed_before = self._limited(), self._killed()
        if files.peak is not None and files.peak_sticks:
            self._peak_before = cgroup.read_number(files.peak)
        elif files.peak is not None:
            cgroup.write(files.peak, "reset")

    def cpu_ns(self) -> int:
        return cgroup.read_field(self._files.cpu, b"usage_usec") * 1000

    def memory_bytes(self) -> int:
        return cgroup.read_number(self._files.memory)

    def peak_bytes(self) -> int | None:
        if self._files.peak is None:
            return None
        peak = cgroup.read_number(self._files.peak)
        # One that sticks says something about this run only where it rose.
        return peak if peak > self._peak_before else None

    def reread_bytes(self) -> int:
        return cgroup.read_reread(self._files.folder)

    def oom_kills(self) -> int:
        return self._killed() - self._killed_before if self._limited() > self._limited_before else 0

    def starved(self) -> bool:
        return self._killed() > self._killed_before and self._limited() == self._limited_before

    def _killed(self) -> int:
        return cgroup.read_field(self._files.events, b"oom_kill")

    def _limited(self) -> int:
        """How often the group's own limit left no way but to kill."""
        return cgroup.read_field(self._files.events, b"oom")

    def tasks(self) -> int:
        return cgroup.read_number(self._files.tasks)

    def pids(self) -> list[int]:
        return cgroup.read_pids(self._files.folder)

    def forbid_forks(self) -> None:
        cgroup.write(self._files.pids, 0)

    def end(self) -> None:
        files = self._files
        cgroup.write(files.limit, "max")
        cgroup.write(files.pids, "max")
        if files.peak is not None and files.peak_sticks:
            hidden = cgroup.read_number(files.peak) - self._base
            if hidden > STALE_PEAK_BYTES:
                self._move_on()

    def _move_on(self) -> None:
        """The cell that ended dies in the folder it was in; the slot's next one starts in the new one."""
        if self._pid is None:
            return
        left = self._files
        new = _Files(left.folder.with_name(cgroup.fresh_name()))
        try:
            (new.folder / "cgroup.procs").write_text(str(self._pid))
        except OSError:  # the slot is gone
            new.remove()
            return
        self._files = new
        left.close()
        self._left.append(left.folder)

    def _remove_left(self) -> None:
        for folder in list(self._left):
            cgroup.remove_tree(folder)
            if not folder.exists():
                with suppress(ValueError):  # another thread was quicker
                    self._left.remove(folder)

    def remove(self) -> None:
        self._files.remove()
        self._remove_left()
