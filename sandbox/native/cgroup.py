"""Control groups: where the kernel counts and limits a cell with all its descendants.

One group a slot, used by one cell at a time and kept for the next, since making and removing one costs more than a
cell. A slot's idle process sits in it too; what it holds is part of the baseline.

What the kernel counts as memory: anonymous pages, page tables and other kernel objects of the cell, files in its tmpfs
until they are deleted, pipe buffers, and pages of the host's files that the cell was first to read. The last are in the
peak, but no reason for a kill: at the limit the kernel lets go of them first. Nothing is swapped out. Pages shared with
the zygote count for the zygote until the cell writes to them. Counting is batched per core: a figure may be off by a
few hundred kilobytes.
"""

from __future__ import annotations

import itertools
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sandbox.api import Accounting

_names = itertools.count()
PREFIX = "landau-"
RESIDUE_BYTES = 4 << 20


class Group(Protocol):
    """One cgroup (in v1: one in each hierarchy) that holds one slot."""

    def add(self, pid: int) -> None: ...
    def drop_cache(self) -> None:
        """Have the kernel give back what it keeps for the group and could do without."""

    def begin(self, memory_bytes: int, processes: int) -> None:
        """Allow what the group holds now plus `memory_bytes`, and `processes`; count the peak from now."""

    def cpu_ns(self) -> int:
        """CPU time of all processes that ever were in the group."""

    def memory_bytes(self) -> int: ...
    def peak_bytes(self) -> int | None:
        """The highest memory since `begin`; None where this kernel cannot tell."""

    def reread_bytes(self) -> int:
        """File pages that the kernel took from the group and had to read again, ever."""

    def oom_kills(self) -> int:
        """Processes killed since `begin` because the group was at its limit (v1: or for another want of memory)."""

    def starved(self) -> bool:
        """Whether the kernel killed here since `begin` though the group was not at its limit: a group above it was, or
        the host itself."""

    def tasks(self) -> int:
        """How many threads of all its processes there are."""

    def pids(self) -> list[int]:
        """Its processes, as this one sees them."""

    def forbid_forks(self) -> None: ...
    def end(self) -> None:
        """Lift the limits until the next `begin`."""

    def remove(self) -> None: ...


class Residue:
    """Whether a group, before a cell is handed its task, holds more than it did before any cell ran: page cache and
    directory entries that a cell made the kernel keep would be part of the next one's baseline, and be given back when
    that one needs memory, beyond its limit and uncounted."""

    def __init__(self) -> None:
        self._least: int | None = None

    def is_gone(self, group: Group) -> bool:
        """False: this group is spoilt. The kernel is asked first to let go."""
        now = group.memory_bytes()
        self._least = now if self._least is None else min(now, self._least)
        if now - self._least <= RESIDUE_BYTES:
            return True
        with suppress(OSError):  # an old kernel, or something that is not to be had
            group.drop_cache()
        return group.memory_bytes() - self._least <= RESIDUE_BYTES


class Groups(Protocol):
    """A place where groups can be made."""

    accounting: Accounting

    def make(self) -> Group: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted hierarchy: v2 has no controllers in its name."""

    version: int
    controllers: frozenset[str]
    path: Path
    root: str = "/"  # the cgroup that is seen at `path`


def parse_mounts(mountinfo: str) -> list[Mount]:
    """The cgroup mounts in the text of /proc/self/mountinfo."""
    found = []
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, tail = left.split(), right.split()
        if len(tail) >= 3 and tail[0] in ("cgroup", "cgroup2"):
            names = frozenset(tail[2].split(",")) if tail[0] == "cgroup" else frozenset()
            found.append(
                Mount(1 if tail[0] == "cgroup" else 2, names, Path(_unescape(fields[4])), _unescape(fields[3]))
            )
    return found


def _unescape(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def parse_own(text: str) -> dict[str, str]:
    """The text of /proc/self/cgroup: controller to path; the key of v2 is the empty string."""
    own = {}
    for line in text.splitlines():
        _, controllers, path = line.split(":", 2)
        for controller in controllers.split(","):
            own[controller] = path
    return own


def own_folder(mount: Mount, path: str) -> Path:
    """Where the cgroup `path` is seen under `mount`."""
    inside = path.removeprefix(mount.root) if mount.root != "/" else path
    return mount.path / inside.lstrip("/")


def fresh_name() -> str:
    """A name that says whose it is, so that what a killed judge left can be removed by the next."""
    return f"{PREFIX}{os.getpid()}-{_started(os.getpid())}-{next(_names)}"


def sweep(folder: Path) -> None:
    """Remove groups of judges that no longer run."""
    for left in folder.glob(f"{PREFIX}*"):
        with suppress(ValueError, IndexError):
            _, pid, started, *_ = left.name.split("-")
            if _started(int(pid)) != started:
                remove_tree(left)


def remove_tree(folder: Path) -> None:
    with suppress(OSError):
        for child in folder.iterdir():
            if child.is_dir():
                remove_tree(child)
        folder.rmdir()


def _started(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except OSError:
        return ""


def read_number(fd: int) -> int:
    return int(os.pread(fd, 64, 0))


def read_reread(folder: Path) -> int:
    for line in (folder / "memory.stat").read_text().splitlines():
        name, _, value = line.partition(" ")
        if name in ("workingset_refault_file", "workingset_refault"):  # the latter before Linux 5.9
            return int(value) * os.sysconf("SC_PAGE_SIZE")
    return 0


def read_pids(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "cgroup.procs").read_text().split()]


def read_field(fd: int, name: bytes) -> int:
    """One line `name value` of a flat keyed file; 0 where the kernel does not have it."""
    for line in os.pread(fd, 8192, 0).splitlines():
        key, _, value = line.partition(b" ")
        if key == name:
            return int(value)
    return 0


def write(fd: int, value: int | str) -> None:
    os.pwrite(fd, f"{value}\n".encode(), 0)
