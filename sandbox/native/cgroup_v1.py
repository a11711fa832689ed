"""Control groups of version 1: memory, cpuacct and pids, each in a hierarchy of its own."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from sandbox.api import Accounting
from sandbox.native import cgroup

NEEDED = ("memory", "cpuacct", "pids")
UNLIMITED = -1


class GroupsV1:
    """Makes groups below this process's own ones."""

    accounting = Accounting.CGROUP_V1

    def __init__(self, parents: dict[str, Path]) -> None:
        self._parents = parents

    @classmethod
    def find(cls, mounts: list[cgroup.Mount], own: dict[str, str]) -> GroupsV1 | None:
        """None unless every controller is there and lets us make a group."""
        parents = {}
        for name in NEEDED:
            mount = next((m for m in mounts if m.version == 1 and name in m.controllers), None)
            if mount is None or name not in own:
                return None
            parents[name] = cgroup.own_folder(mount, own[name])
            if not os.access(parents[name], os.W_OK):
                return None
        groups = cls(parents)
        try:
            groups.make().remove()
        except OSError:
            return None
        for parent in parents.values():
            cgroup.sweep(parent)
        return groups

    def make(self) -> GroupV1:
        name = cgroup.fresh_name()
        return GroupV1({controller: parent / name for controller, parent in self._parents.items()})

    def close(self) -> None:
        pass


class GroupV1:
    def __init__(self, folders: dict[str, Path]) -> None:
        self._folders = folders
        self._fds: list[int] = []
        try:
            for folder in folders.values():
                folder.mkdir(exist_ok=True)  # two controllers may share one hierarchy
            self._usage = self._open("cpuacct", "cpuacct.usage", os.O_RDONLY)
            self._memory = self._open("memory", "memory.usage_in_bytes", os.O_RDONLY)
            self._peak = self._open("memory", "memory.max_usage_in_bytes")
            self._limit = self._open("memory", "memory.limit_in_bytes")
            self._oom = self._open("memory", "memory.oom_control", os.O_RDONLY)
            self._pids = self._open("pids", "pids.max")
            self._tasks = self._open("pids", "pids.current", os.O_RDONLY)
            self._with_swap: int | None = None
            with suppress(OSError):  # a kernel without swap accounting
                self._with_swap = self._open("memory", "memory.memsw.limit_in_bytes")
        except OSError:
            self.remove()
            raise
        self._killed_before = 0

    def _open(self, controller: str, name: str, mode: int = os.O_RDWR) -> int:
        fd = os.open(self._folders[controller] / name, mode | os.O_CLOEXEC)
        self._fds.append(fd)
        return fd

    def add(self, pid: int) -> None:
        for folder in self._folders.values():
            (folder / "cgroup.procs").write_text(str(pid))

    def drop_cache(self) -> None:
        (self._folders["memory"] / "memory.force_empty").write_text("0")

    def begin(self, memory_bytes: int, processes: int) -> None:
        cgroup.write(self._pids, processes + 1)  # the slot's own process
        limit = self.memory_bytes() + memory_bytes
        cgroup.write(self._limit, limit)
        if self._with_swap is not None:
            cgroup.write(self._with_swap, limit)
        cgroup.write(self._peak, 0)
        self._killed_before = self._killed()

    def cpu_ns(self) -> int:
        return cgroup.read_number(self._usage)

    def memory_bytes(self) -> int:
        return cgroup.read_number(self._memory)

    def peak_bytes(self) -> int | None:
        return cgroup.read_number(self._peak)

    def reread_bytes(self) -> int:
        return cgroup.read_reread(self._folders["memory"])

    def oom_kills(self) -> int:
        return self._killed() - self._killed_before

    def starved(self) -> bool:
        return False  # version 1 does not say whose limit it was: memory.failcnt stays 0 in newer kernels

    def _killed(self) -> int:
        return cgroup.read_field(self._oom, b"oom_kill")

    def tasks(self) -> int:
        return cgroup.read_number(self._tasks)

    def pids(self) -> list[int]:
        return cgroup.read_pids(self._folders["pids"])

    def forbid_forks(self) -> None:
        cgroup.write(self._pids, 0)

    def end(self) -> None:
        if self._with_swap is not None:
            cgroup.write(self._with_swap, UNLIMITED)  # never below the limit without swap
        cgroup.write(self._limit, UNLIMITED)
        cgroup.write(self._pids, "max")

    def remove(self) -> None:
        for fd in self._fds:
            os.close(fd)
        self._fds.clear()
        for folder in self._folders.values():
            cgroup.remove_tree(folder)
