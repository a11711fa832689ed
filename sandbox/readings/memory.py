"""Memory: control groups, swap, huge pages."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from sandbox.readings.kernel import read_text


@dataclass(frozen=True, slots=True)
class Cgroup:
    """Which control groups there are, and whether we may make our own below where we stand."""

    version: int  # 2, 1, or 0 for none
    folder: str = ""  # where we stand
    writable: bool = False
    controllers: tuple[str, ...] = ()  # that our groups could use


def read_cgroup(root: Path = Path("/sys/fs/cgroup"), own: Path = Path("/proc/self/cgroup")) -> Cgroup:
    """Where we stand in the tree of control groups. Version 1 counts by its memory controller."""
    try:
        lines = [line.split(":", 2) for line in own.read_text().splitlines()]
    except OSError:
        return Cgroup(0)
    if (root / "cgroup.controllers").exists():
        inside = next((path for _, names, path in lines if names == ""), "/")
        folder = root / inside.lstrip("/")
        try:
            controllers = tuple((folder / "cgroup.controllers").read_text().split())
        except OSError:
            controllers = ()
        writable = os.access(folder, os.W_OK) and os.access(folder / "cgroup.subtree_control", os.W_OK)
        return Cgroup(2, str(folder), writable, controllers)
    for _, names, path in lines:
        if "memory" in names.split(","):
            mounted = [name for name in ("memory", "cpuacct", "pids", "freezer", "cpu") if (root / name).is_dir()]
            folder = root / "memory" / path.lstrip("/")
            if not folder.is_dir():  # inside a container the path is the host's
                folder = root / "memory"
            return Cgroup(1, str(folder), os.access(folder, os.W_OK), tuple(mounted))
    return Cgroup(0)


def read_swap_bytes(meminfo: Path = Path("/proc/meminfo")) -> int:
    for line in (read_text(meminfo) or "").splitlines():
        name, _, rest = line.partition(":")
        if name == "SwapTotal":
            return int(rest.split()[0]) * 1024
    return 0


def read_huge_pages(switch: Path = Path("/sys/kernel/mm/transparent_hugepage/enabled")) -> str | None:
    """The word in brackets: "always [madvise] never"."""
    words = (read_text(switch) or "").split()
    return next((word.strip("[]") for word in words if word.startswith("[")), None)
