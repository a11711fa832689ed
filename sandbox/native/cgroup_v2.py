"""Control groups of version 2: one tree, delegated to us by systemd, a container engine, or being root.

A group below which controllers are on may hold no processes itself. So a place is either the group we are in, if we are
alone in it (we then move into a leaf of it), or one above it that holds no processes and lets us write.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sandbox.api import Accounting
from sandbox.native import cgroup

NEEDED = frozenset({"memory", "pids"})  # CPU time is counted everywhere, without the cpu controller
OWN_LEAF = "judge"


class GroupsV2:
    """Makes groups below one of its own, `folder`."""

    accounting = Accounting.CGROUP_V2

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @classmethod
    def find(cls, mounts: list[cgroup.Mount], own: dict[str, str], pid: int | None = None) -> GroupsV2 | None:
        """None where no group may be made with memory and pids controllers in it."""
        mount = next((m for m in mounts if m.version == 2), None)
        if mount is None or "" not in own:
            return None
        here = cgroup.own_folder(mount, own[""])
        for place in (here, *here.parents):
            if not place.is_relative_to(mount.path):
                return None
            with suppress(OSError):
                if _prepare(place, pid or os.getpid()):
                    cgroup.sweep(place)
                    return cls._below(place)
        return None

    @classmethod
    def _below(cls, place: Path) -> GroupsV2:
        folder = place / cgroup.fresh_name()
        folder.mkdir()
        _switch_on(folder)
        return cls(folder)

    def make(self) -> GroupV2:
        return GroupV2(self._folder / cgroup.fresh_name())

    def close(self) -> None:
        cgroup.remove_tree(self._folder)


def _prepare(place: Path, pid: int) -> bool:
    """Make sure that groups below `place` have the controllers we need."""
    if not os.access(place, os.W_OK) or not os.access(place / "cgroup.procs", os.W_OK):
        return False
    if not set((place / "cgroup.controllers").read_text().split()) >= NEEDED:
        return False
    if set((place / "cgroup.subtree_control").read_text().split()) >= NEEDED:
        return True
    inhabitants = (place / "cgroup.procs").read_text().split()
    if inhabitants == [str(pid)]:
        (place / OWN_LEAF).mkdir(exist_ok=True)
        (place / OWN_LEAF / "cgroup.procs").write_text(str(pid))
    elif inhabitants:
        return False
    _switch_on(place)
    return True


def _switch_on(folder: Path) -> None:
    (folder / "cgroup.subtree_control").write_text(" ".join(f"+{name}" for name in sorted(NEEDED)))


class GroupV2:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fds: list[int] = []
        folder.mkdir(exist_ok=True)
        try:
            self._cpu = self._open("cpu.stat", os.O_RDONLY)
            self._memory = self._open("memory.current", os.O_RDONLY)
            self._limit = self._open("memory.max")
            self._events = self._open("memory.events", os.O_RDONLY)
            self._pids = self._open("pids.max")
            self._swap = self._open_if_there("memory.swap.max", os.O_RDWR)
            # Linux 6.12 and newer let a reader start the peak anew; before, and where it cannot be opened for
            # writing, the peak is that of the group's whole life.
            self._peak = self._open_if_there("memory.peak", os.O_RDWR)
            if self._peak is None:
                self._peak = self._open_if_there("memory.peak", os.O_RDONLY)
        except OSError:
            self.remove()
            raise
        self._peak_before = 0
        self._peak_is_new = False

    def _open(self, name: str, mode: int = os.O_RDWR) -> int:
        fd = os.open(self._folder / name, mode | os.O_CLOEXEC)
        self._fds.append(fd)
        return fd

    def _open_if_there(self, name: str, mode: int) -> int | None:
        try:
            return self._open(name, mode)
        except OSError:
            return None

    def add(self, pid: int) -> None:
        (self._folder / "cgroup.procs").write_text(str(pid))

    def drop_cache(self) -> None:
        (self._folder / "memory.reclaim").write_text(str(self.memory_bytes()))

    def begin(self, memory_bytes: int, processes: int) -> None:
        cgroup.write(self._pids, processes + 1)  # the slot's own process
        if self._swap is not None:
            cgroup.write(self._swap, 0)
        cgroup.write(self._limit, self.memory_bytes() + memory_bytes)
        if self._peak is not None:
            self._peak_is_new = True
            try:
                cgroup.write(self._peak, "reset")
            except OSError:
                self._peak_is_new = False
                self._peak_before = cgroup.read_number(self._peak)

    def cpu_ns(self) -> int:
        return cgroup.read_field(self._cpu, b"usage_usec") * 1000

    def memory_bytes(self) -> int:
        return cgroup.read_number(self._memory)

    def peak_bytes(self) -> int | None:
        if self._peak is None:
            return None
        peak = cgroup.read_number(self._peak)
        # An old kernel's peak says something about this run only where it went higher than all runs before.
        return peak if self._peak_is_new or peak > self._peak_before else None

    def oom_kills(self) -> int:
        return cgroup.read_field(self._events, b"oom_kill")

    def end(self) -> None:
        cgroup.write(self._limit, "max")
        cgroup.write(self._pids, "max")

    def remove(self) -> None:
        for fd in self._fds:
            os.close(fd)
        self._fds.clear()
        cgroup.remove_tree(self._folder)
