"""Memory, and the control groups that count it."""

from __future__ import annotations

from collections.abc import Iterator

from sandbox.api import Accounting
from sandbox.doctor.fact import Fact, Level
from sandbox.readings import Readings

SCOPE = "systemd-run --user --scope -p Delegate=yes make run"
SAMPLED = (
    "CPU and memory are read from the processes themselves and sampled: right, but short peaks can be missed, "
    "and limits act some milliseconds later"
)


def facts(r: Readings) -> Iterator[Fact]:
    if r.system != "Linux":
        return
    if r.backend == "native":
        yield _cgroup(r)
    yield _swap(r)
    if r.huge_pages is not None:
        yield _huge_pages(r.huge_pages)


def _cgroup(r: Readings) -> Fact:
    group = r.cgroup
    if group.version == 0:
        mend = SCOPE if r.systemd else "mount one: sudo mount -t cgroup2 none /sys/fs/cgroup"
        return Fact("control groups", Level.WEAK, "none", SAMPLED, mend)
    lacking = [name for name in ("memory", "pids") if name not in group.controllers]
    used = r.strength is not None and r.strength.accounting is not Accounting.SAMPLED
    where = f"version {group.version}, {group.folder}"
    if used or (r.strength is None and group.writable and not lacking):
        means = "CPU and peak memory come from the kernel's own accounting"
        return Fact("control groups", Level.GOOD, f"{where}: {' '.join(group.controllers)}", means)
    why = "could not be used"
    if not group.writable:
        why = "not ours to write"
    elif lacking:
        why = f"without {' and '.join(lacking)}"
    mend = SCOPE if r.systemd else "run as root, or have the group's folder given to this user (chown)"
    return Fact("control groups", Level.WEAK, f"{where}: {why}", SAMPLED, mend)


def _swap(r: Readings) -> Fact:
    if not r.swap_bytes:
        return Fact("swap", Level.GOOD, "none")
    size = f"{r.swap_bytes / 2**30:.1f} GB"
    if r.swap_accounted and r.cgroup.writable:
        return Fact("swap", Level.GOOD, size, "cells may not use it, what runs beside them may")
    return Fact("swap", Level.WEAK, size, "memory that is swapped out may escape a peak's count", "sudo swapoff -a")


def _huge_pages(mode: str) -> Fact:
    if mode != "always":
        return Fact("huge pages", Level.GOOD, mode)
    return Fact(
        "huge pages",
        Level.WEAK,
        mode,
        "memory grows in steps of 2 MB, and a run is quicker where such a step is free: both blur a growth curve",
        "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled",
    )
