"""Carry out a root plan: make the cell's file system and move into it. Runs in a mount namespace of its own."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

from landau_guest import kernel

# Mounted over in the new namespace only; it exists everywhere and nothing in a plan comes from it.
STAGE = "/proc"
LOCKED = kernel.MS_NOSUID | kernel.MS_NODEV
# Not "zero": a shared mapping of it is memory that only a cgroup counts.
DEVICES = ("null", "full", "random", "urandom")


def enter(plan: dict[str, Any], user_namespace: bool) -> None:
    """`plan` holds "binds" [[source, target]], "links" [[text, target]], "masks" [target]; see sandbox.native.root."""
    kernel.mount("none", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
    kernel.mount("root", STAGE, "tmpfs", LOCKED, "size=1m,nr_inodes=512,mode=755")
    for source, target in plan["binds"]:
        _bind(source, STAGE + target)
    for target in plan["masks"]:
        kernel.mount("empty", STAGE + target, "tmpfs", LOCKED | kernel.MS_RDONLY, "size=4k,nr_inodes=2,mode=755")
    for text, target in plan["links"]:
        Path(STAGE + target).parent.mkdir(parents=True, exist_ok=True)
        Path(STAGE + target).symlink_to(text)
    for name in ("tmp", "program", "proc", "dev", "old"):
        Path(STAGE, name).mkdir()
    if user_namespace:
        _leave_room_for_proc()
    for name in DEVICES:
        device = Path(STAGE, "dev", name)
        device.touch()
        kernel.mount(f"/dev/{name}", str(device), "", kernel.MS_BIND)
        _lock(str(device), kernel.MS_RDONLY | kernel.MS_NOSUID | kernel.MS_NOEXEC)  # written to all the same
    kernel.pivot_root(STAGE, STAGE + "/old")
    os.chdir("/")
    kernel.unmount_lazily("/old")
    Path("/old").rmdir()
    _lock("/", kernel.MS_RDONLY | LOCKED)


def _leave_room_for_proc() -> None:
    """In a user namespace the kernel allows a new /proc (a counted run needs one of its own) only to those who have one
    already: ours is covered at once by an empty folder that no cell can take away."""
    with contextlib.suppress(
        OSError
    ):  # a host that hides parts of its /proc, as containers do: nothing is counted there
        kernel.mount("proc", STAGE + "/proc", "proc", LOCKED | kernel.MS_NOEXEC)
        kernel.mount("empty", STAGE + "/proc", "tmpfs", LOCKED | kernel.MS_RDONLY, "size=4k,nr_inodes=2,mode=755")


def _bind(source: str, target: str) -> None:
    if Path(source).is_dir():
        Path(target).mkdir(parents=True, exist_ok=True)
    else:
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(target).touch()
    # Not recursive: whatever the host mounted below (a project on a bind mount, say) stays outside.
    kernel.mount(source, target, "", kernel.MS_BIND)
    _lock(target, kernel.MS_RDONLY | LOCKED)


def _lock(target: str, flags: int) -> None:
    # A user namespace may not take away the restrictions that the host's mount has (statvfs flags equal mount's).
    inherited = os.statvfs(target).f_flag & (kernel.MS_NOSUID | kernel.MS_NODEV | kernel.MS_NOEXEC)
    kernel.mount("none", target, "", kernel.MS_REMOUNT | kernel.MS_BIND | flags | inherited)
